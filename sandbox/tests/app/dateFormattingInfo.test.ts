import { dateFormattingInfo } from "../../app/xrm/userSettings";

it.each([
  [1033, "/", ":", "M/d/yyyy", "h:mm tt"],
  [1031, ".", ":", "d.M.yyyy", "HH:mm"],
  [1041, "/", ":", "yyyy/M/d", "HH:mm"],
  [1025, "/", ":", null, null],
])("says how dates are written in the language %d", (language, dateSeparator, timeSeparator, shortDatePattern, shortTimePattern) => {
  expect(dateFormattingInfo(language)).toMatchObject({
    dateSeparator,
    timeSeparator,
    ...(shortDatePattern === null ? {} : { shortDatePattern, shortTimePattern }),
  });
});
