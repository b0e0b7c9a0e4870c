/** Members that JavaScript, test runners and React look for on any object: they may be missing. */
const askedOfEveryObject = new Set(["then", "toJSON", "$$typeof", "nodeType", "asymmetricMatch", "tagName", "length"]);

/**
 * The same object, but reading a member that it lacks throws "The sandbox does not support Xrm.X": code that needs more of the
 * platform than the sandbox has must fail here, and say why.
 */
export function strict<Target extends object>(target: Target, name: string): Target {
  return new Proxy(target, {
    get(object, member, receiver): unknown {
      if (typeof member === "symbol" || member in object || askedOfEveryObject.has(member)) return Reflect.get(object, member, receiver);
      throw new Error(`The sandbox does not support ${name}.${member}.`);
    },
    set(object, member, value): boolean {
      if (typeof member === "string" && !(member in object)) throw new Error(`The sandbox does not support setting ${name}.${member}.`);
      return Reflect.set(object, member, value);
    },
  });
}
