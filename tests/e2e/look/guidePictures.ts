/** The pictures of the guide for agents, in each of its languages: which there are, and how each is taken. */
import { join } from "node:path";
import { GUIDE_OWN_PICTURES, guideLanguageIds } from "../../../Solutions/build/guide";
import { palettePng } from "../../../tools/pictures/palettePng";
import { readPng } from "../../../tools/pictures/png";
import { LIGHT, takePicture } from "./pictures";
import type { Picture } from "./pictures";
import type { Screen } from "./screen";
import { stateNamed } from "./screenStates";
import type { ScreenState } from "./screenState";

const ROOT = join(__dirname, "..", "..", "..");

/** Where the pictures are kept. */
export const GUIDE_PICTURE_FOLDER = join(ROOT, GUIDE_OWN_PICTURES);

/** What the guide shows, by the name that its text gives the picture: the part of the screen alone. */
const SHOWN: readonly { readonly name: string; readonly of: ScreenState["of"] }[] = [
  { name: "list", of: "panel" },
  { name: "conversation", of: "conversation" },
];
/** High enough for the list's cards and a short conversation, and no higher (px). */
const HEIGHT = 680;
/** So many colours are enough for letters with smooth edges. */
const COLORS = 48;

/** Every picture, those of a language together. */
export const guidePictures: readonly Picture[] = guideLanguageIds(ROOT).flatMap((id) =>
  SHOWN.map(({ name, of }) => ({
    file: `${id}-${name}.png`,
    state: { ...stateNamed(name), of },
    kind: { ...LIGHT, language: Number(id), height: HEIGHT },
  })),
);

/** Takes a picture as the guide has it: of few colours, since it is a part of the solution. */
export async function takeGuidePicture(screen: Screen, state: ScreenState): Promise<Buffer> {
  return palettePng(readPng(await takePicture(screen, state)), COLORS);
}
