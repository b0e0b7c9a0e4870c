import * as React from "react";
import { Link, useTheme } from "@fluentui/react";
import { RequestFailed } from "../shared/domain/failure";
import type { MediaFile } from "../shared/domain/mediaFile";
import { plainName } from "../shared/domain/plainName";
import type { NoteFiles } from "../shared/thread/noteFiles";
import { fill } from "../shared/ui/fill";
import type { AnswerStrings } from "./answerStrings";
import { mediaStyles } from "./mediaStyles";

/** What a {@link NoteFileLine} shows. */
export interface NoteFileLineProps {
  readonly file: Extract<MediaFile, { state: "kept" }>;
  readonly files: NoteFiles;
  readonly strings: AnswerStrings;
}

/** A file that is no picture: its name and size, and a way to keep it. It is never opened in the page. */
export function NoteFileLine({ file, files, strings }: NoteFileLineProps): React.ReactElement {
  const styles = mediaStyles(useTheme());
  const [state, setState] = React.useState<"idle" | "loading" | "failed" | "denied">("idle");
  const name = plainName(file.name);
  const [address, setAddress] = React.useState("");
  const link = React.useRef<HTMLAnchorElement>(null);
  const isShown = React.useRef(true);
  React.useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);
  React.useEffect(() => {
    if (!address) return undefined;
    link.current?.click();
    return () => URL.revokeObjectURL(address);
  }, [address]);
  const size = new Intl.NumberFormat(strings.Culture).format(Math.max(1, Math.round(file.size / 1024)));
  const save = () => {
    if (state === "loading") return;
    setState("loading");
    files.read(file.noteId).then(
      (blob) => {
        if (!isShown.current) return;
        // Without a type, so that no browser opens it.
        setAddress(URL.createObjectURL(new Blob([blob], { type: "application/octet-stream" })));
        setState("idle");
      },
      (error: unknown) => setState(error instanceof RequestFailed && error.kind === "denied" ? "denied" : "failed"),
    );
  };
  return (
    <div className={styles.file}>
      <bdi>{name}</bdi>
      <span>{fill(strings.FileSize, size)}</span>
      <Link as="button" aria-busy={state === "loading"} aria-label={`${strings.Save} ${name}`} onClick={save}>
        {strings.Save}
      </Link>
      {address && <a ref={link} href={address} download={name} hidden aria-hidden="true" tabIndex={-1} />}
      <span role="status">
        {state === "failed" && strings.FileFailed}
        {state === "denied" && strings.FileDenied}
      </span>
    </div>
  );
}
