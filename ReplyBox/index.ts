import * as React from "react";
import { openChannel } from "../shared/browser/channel";
import { guardLeaving } from "../shared/browser/guardLeaving";
import { findLibrary, offerLibrary, REPLY_LIBRARY } from "../shared/browser/libraries";
import { watchBrowser } from "../shared/browser/watchBrowser";
import { createAnswerGateway } from "../shared/dataverse/answerGateway";
import { createClient } from "../shared/dataverse/client";
import { createNoteGateway } from "../shared/dataverse/noteGateway";
import { createServerClock } from "../shared/dataverse/serverClock";
import { createAnswers } from "../shared/thread/answers";
import type { Answers } from "../shared/thread/answers";
import { createNoteFiles } from "../shared/thread/noteFiles";
import { createWindowAnswers } from "../shared/thread/windowAnswers";
import { DeliveryState } from "./DeliveryState";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import { MessageMedia } from "./MessageMedia";
import { ReplyBox } from "./ReplyBox";
import type { AnsweredBy, ReplyParts } from "./replyParts";

// Loaded twice, it would keep two drafts of one conversation.
if (findLibrary(window, REPLY_LIBRARY) === undefined) offerLibrary(window, REPLY_LIBRARY, createParts());

/** What is written lives in the window: the forms on which it is shown come and go. */
function createParts(): ReplyParts {
  const windowAnswers = createWindowAnswers();
  guardLeaving(window, () => windowAnswers.isNeeded());
  return {
    ReplyBox,
    DeliveryState,
    MessageMedia,
    noteFiles: createNoteFiles(createNoteGateway(createClient((url, init) => fetch(url, init)))),
    leaseAnswers: (by) => windowAnswers.lease(by.sessionId, () => connectAnswers(by)),
  };
}

function connectAnswers({ sessionId, userId, userName }: AnsweredBy): Answers {
  const browser = watchBrowser(window, userId);
  const channel = openChannel(userId);
  const clock = createServerClock(
    createClient((url, init) => fetch(url, init)),
    browser.now,
  );
  const answers = createAnswers({ sessionId, gateway: createAnswerGateway(clock), browser, channel, authorName: userName });
  return {
    ...answers,
    destroy() {
      answers.destroy();
      channel.close();
    },
  };
}

/**
 * The box to answer in as a library component of the Power Apps component framework: the platform loads its bundle when another control asks for it, and nobody
 * renders the component itself.
 */
export class ReplyLibrary implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // The library needs nothing of the platform.
  }

  /** Nothing is shown where somebody has put it on a form. */
  updateView(): React.ReactElement {
    return React.createElement(React.Fragment);
  }

  /** The library writes no column. */
  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // What the page has loaded stays with it.
  }
}
