import * as React from "react";
import { useTheme } from "@fluentui/react";
import { mediaFilesOf } from "../shared/domain/mediaFile";
import type { MediaFile } from "../shared/domain/mediaFile";
import type { ThreadMessage } from "../shared/domain/message";
import type { NoteFiles } from "../shared/thread/noteFiles";
import { fill } from "../shared/ui/fill";
import type { AnswerStrings } from "./answerStrings";
import { mediaStyles } from "./mediaStyles";
import { NoteFileLine } from "./NoteFileLine";
import { Picture } from "./Picture";

/** What {@link MessageMedia} shows. */
export interface MessageMediaProps {
  readonly message: Pick<ThreadMessage, "media">;
  readonly files: NoteFiles;
  readonly strings: AnswerStrings;
}

/** The pictures and other files that came with a text; of those that are not there, why. */
export function MessageMedia({ message: { media }, files, strings }: MessageMediaProps): React.ReactElement {
  const styles = mediaStyles(useTheme());
  const all = React.useMemo(() => mediaFilesOf(media), [media]);
  const pictures = all.filter(({ state, isPicture }) => state === "kept" && isPicture);
  return (
    <div className={styles.media}>
      {all.map((file, at) => {
        if (file.state !== "kept") {
          return (
            <div key={at} className={styles.note}>
              {stateOf(file, strings)}
            </div>
          );
        }
        if (!file.isPicture) return <NoteFileLine key={at} file={file} files={files} strings={strings} />;
        const label = fill(strings.PictureOf, pictures.indexOf(file) + 1, pictures.length);
        return <Picture key={at} file={file} label={label} files={files} strings={strings} />;
      })}
    </div>
  );
}

function stateOf(file: Exclude<MediaFile, { state: "kept" }>, strings: AnswerStrings): string {
  const what = file.isPicture ? strings.Picture : strings.File;
  if (file.state === "waiting") return fill(strings.MediaWaiting, what);
  return fill(strings.MediaFailed, what, strings[`MediaReason_${file.reason}` as const]);
}
