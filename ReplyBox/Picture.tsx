import * as React from "react";
import { DefaultButton, Link, PrimaryButton, Spinner, SpinnerSize, useTheme } from "@fluentui/react";
import type { MediaFile } from "../shared/domain/mediaFile";
import { plainName } from "../shared/domain/plainName";
import type { NoteFiles } from "../shared/thread/noteFiles";
import { DialogFrame } from "../shared/ui/DialogFrame";
import type { AnswerStrings } from "./answerStrings";
import { mediaStyles } from "./mediaStyles";
import { usePicture } from "./usePicture";

/** What a {@link Picture} shows. */
export interface PictureProps {
  readonly file: Extract<MediaFile, { state: "kept" }>;
  /** What it is called. */
  readonly label: string;
  readonly files: NoteFiles;
  readonly strings: AnswerStrings;
}

/** A link does not centre its words by itself, as a button does. */
const SAVE = { root: { height: 32 } } as const;

/** A picture that came with a text, small; large in a dialog when somebody presses it. Its place has the same size before it is there: the thread does not move. */
export function Picture({ file, label, files, strings }: PictureProps): React.ReactElement {
  const styles = mediaStyles(useTheme());
  const [isOpen, setOpen] = React.useState(false);
  const { picture, retry } = usePicture(files, file.noteId);
  const place = React.useRef<HTMLDivElement>(null);
  const thumb = React.useRef<HTMLButtonElement>(null);
  /** Who has pressed Retry finds the focus on the place, and then on the picture. */
  const isAwaited = React.useRef(false);
  React.useEffect(() => {
    if (picture.kind !== "ready" || !isAwaited.current) return;
    isAwaited.current = false;
    if (document.activeElement === document.body) thumb.current?.focus();
  }, [picture.kind]);
  if (picture.kind !== "ready") {
    return (
      <div ref={place} tabIndex={-1} className={styles.place} role="group" aria-label={label} aria-busy={picture.kind === "loading"}>
        {picture.kind === "loading" ? (
          <Spinner size={SpinnerSize.small} />
        ) : (
          <>
            {whyNot(picture.kind, strings)}
            {picture.kind === "failed" && (
              <Link
                as="button"
                onClick={() => {
                  isAwaited.current = true;
                  place.current?.focus();
                  retry();
                }}
              >
                {strings.Retry}
              </Link>
            )}
          </>
        )}
      </div>
    );
  }
  const { address } = picture;
  return (
    <>
      <button
        ref={thumb}
        type="button"
        className={styles.thumb}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <img className={styles.small} src={address} alt={label} />
      </button>
      {isOpen && (
        <DialogFrame
          title={label}
          maxWidth={960}
          isBlocking={false}
          buttons={[
            <PrimaryButton key="close" text={strings.Close} onClick={() => setOpen(false)} />,
            <DefaultButton key="save" styles={SAVE} text={strings.Save} href={address} download={plainName(file.name)} />,
          ]}
          onDismiss={() => setOpen(false)}
        >
          <img className={styles.large} src={address} alt={label} />
        </DialogFrame>
      )}
    </>
  );
}

function whyNot(kind: "failed" | "denied" | "none", strings: AnswerStrings): string {
  if (kind === "denied") return strings.PictureDenied;
  return kind === "none" ? strings.PictureNone : strings.FileFailed;
}
