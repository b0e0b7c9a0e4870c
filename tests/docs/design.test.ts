import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GUIDE_PICTURE_FOLDER, guidePictures } from "../e2e/look/guidePictures";
import { lightPictures, otherPictures, PICTURES } from "../e2e/look/pictures";
import { screenStates } from "../e2e/look/screenStates";

const pictures = [...lightPictures, ...otherPictures];
const design = readFileSync(join(PICTURES, "..", "design.md"), "utf8");

describe("docs/design.md", () => {
  it("shows every picture that is taken, and no other", () => {
    const shown = [...design.matchAll(/\(pictures\/([\w-]+\.png)\)/g)].map(([, file]) => file);
    expect([...new Set(shown)].sort()).toEqual(pictures.map(({ file }) => file).sort());
    expect(readdirSync(PICTURES).sort()).toEqual(pictures.map(({ file }) => file).sort());
    expect(pictures.filter(({ file }) => !existsSync(join(PICTURES, file)))).toEqual([]);
  });

  it("says of each state what is to be seen", () => {
    expect(screenStates.filter(({ says }) => !design.includes(says)).map(({ name }) => name)).toEqual([]);
  });
});

it("the guide for agents has every picture that is taken for it, and no other", () => {
  expect(readdirSync(GUIDE_PICTURE_FOLDER).sort()).toEqual(guidePictures.map(({ file }) => file).sort());
});
