/*
 * Runs in every frame of the app before anything else, and notes from outside which of the product's hooks the platform calls, and what the
 * platform gives the host form. It calls what it wraps with the same arguments and hands on the same answer: nothing behaves differently.
 * The notes are in the main window, as `tenantNotes`.
 */
(() => {
  const attempt = (read) => {
    try {
      return read();
    } catch {
      return undefined;
    }
  };
  const main = attempt(() => window.top.document && window.top);
  if (!main) return;
  const notes = (main.tenantNotes ??= []);
  const note = (what, seen) => notes.push({ what, at: Date.now(), ...seen });

  const wrap = (owner, name, what, look) => {
    const original = owner?.[name];
    if (typeof original !== "function") return;
    owner[name] = function (...args) {
      note(
        what,
        attempt(() => look?.(args)),
      );
      return Reflect.apply(original, this, args);
    };
  };

  const panes = () => attempt(() => (window.Xrm ?? main.Xrm).App.sidePanes);
  const lookAtForm = ([event]) => {
    const form = event.getFormContext();
    setTimeout(
      () =>
        note(
          "host form, later",
          attempt(() => lookLater(form)),
        ),
      2_000,
    );
    return {
      formId: attempt(() => form.ui.formSelector.getCurrentItem().getId()),
      hasHeaderSection: attempt(() => typeof form.ui.headerSection?.setBodyVisible === "function"),
      isPaneSelected: attempt(() => panes().getSelectedPane()?.paneId === "msgn_MessageNotification"),
    };
  };
  const lookLater = (form) => {
    const disabled = [];
    form.getAttribute("msgn_unreadcount").controls.forEach((control) => disabled.push(control.getDisabled()));
    return { isControlDisabled: disabled.length === 0 ? undefined : disabled.every(Boolean) };
  };

  const wrapAll = (product) => {
    wrap(product?.Ribbon, "isAvailable", "global rule");
    wrap(product?.Ribbon, "launchOnly", "rule of forms and lists");
    wrap(product?.Launch, "onLoad", "Launch.onLoad");
    wrap(product?.HostForm, "onLoad", "host form", lookAtForm);
  };

  let product;
  Object.defineProperty(window, "MessageNotification", {
    configurable: true,
    enumerable: true,
    get: () => product,
    set(value) {
      product = value;
      attempt(() => wrapAll(value));
    },
  });
})();
