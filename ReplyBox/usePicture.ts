import * as React from "react";
import { RequestFailed } from "../shared/domain/failure";
import type { NoteFiles } from "../shared/thread/noteFiles";

/** A picture's way to the screen. `denied`: no role of the agent's lets them see it. `none`: the file is no picture, whatever it is called. */
export type PictureState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "denied" }
  | { readonly kind: "none" }
  | { readonly kind: "ready"; readonly address: string };

/** Reads a picture, and gives it an address for as long as it is shown. */
export function usePicture(files: NoteFiles, noteId: string): { readonly picture: PictureState; readonly retry: () => void } {
  const [picture, setPicture] = React.useState<PictureState>({ kind: "loading" });
  const [tries, setTries] = React.useState(0);
  React.useEffect(() => {
    let isShown = true;
    let address = "";
    setPicture({ kind: "loading" });
    files.read(noteId).then(
      (blob) => {
        if (!isShown) return;
        if (!blob.type.startsWith("image/")) {
          setPicture({ kind: "none" });
          return;
        }
        address = URL.createObjectURL(blob);
        setPicture({ kind: "ready", address });
      },
      (error: unknown) => isShown && setPicture({ kind: error instanceof RequestFailed && error.kind === "denied" ? "denied" : "failed" }),
    );
    return () => {
      isShown = false;
      if (address) URL.revokeObjectURL(address);
    };
  }, [files, noteId, tries]);
  return { picture, retry: () => setTries(tries + 1) };
}
