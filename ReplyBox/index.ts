import * as React from "react";
import { openChannel } from "../shared/browser/channel";
import { guardLeaving } from "../shared/browser/guardLeaving";
import { findLibrary, offerLibrary, REPLY_LIBRARY } from "../shared/browser/libraries";
import { watchBrowser } from "../shared/browser/watchBrowser";
import { createActionGateway } from "../shared/dataverse/actionGateway";
import { createAnswerGateway } from "../shared/dataverse/answerGateway";
import { createCardAnswerGateway } from "../shared/dataverse/cardAnswerGateway";
import { createClient } from "../shared/dataverse/client";
import { closeSession as writeClosed } from "../shared/dataverse/closeSession";
import { heedBusy } from "../shared/dataverse/heedBusy";
import { createNoteGateway } from "../shared/dataverse/noteGateway";
import { createServerClock } from "../shared/dataverse/serverClock";
import type { ServerClock } from "../shared/dataverse/serverClock";
import type { Browser } from "../shared/inbox/ports";
import { createAnswers } from "../shared/thread/answers";
import type { Answers } from "../shared/thread/answers";
import type { AnsweredBy } from "../shared/thread/cardAnswer";
import { createNoteFiles } from "../shared/thread/noteFiles";
import type { ThreadActionGateway } from "../shared/thread/threadPorts";
import { createWindowAnswers } from "../shared/thread/windowAnswers";
import { createReplyParts } from "./createReplyParts";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import type { ReplyParts } from "./replyParts";

// Loaded twice, it would keep two drafts of one conversation.
if (findLibrary(window, REPLY_LIBRARY) === undefined) offerLibrary(window, REPLY_LIBRARY, createParts());

/** What is written lives in the window: the forms on which it is shown come and go. */
function createParts(): ReplyParts {
  const windowAnswers = createWindowAnswers();
  guardLeaving(window, () => windowAnswers.isNeeded());
  // Which user it is matters only to tabs that wait for each other, and cards do not.
  const browser = watchBrowser(window, "");
  return createReplyParts({
    windowAnswers,
    connect: connectAnswers,
    cardGateway: createCardAnswerGateway(connectClock(browser)),
    connectActions,
    noteFiles: createNoteFiles(createNoteGateway(createClient((url, init) => fetch(url, init)))),
    browser,
  });
}

function connectActions(userId: string, browserNow: () => number, onBusy: (ms: number) => void): ThreadActionGateway {
  const client = heedBusy(
    createClient((url, init) => fetch(url, init)),
    onBusy,
  );
  return { ...createActionGateway(client, userId, browserNow), closeSession: (id, session) => writeClosed(client, id, session) };
}

function connectClock(browser: Browser, onBusy?: (ms: number) => void): ServerClock {
  const client = createClient((url, init) => fetch(url, init));
  return createServerClock(onBusy ? heedBusy(client, onBusy) : client, browser.now);
}

function connectAnswers({ sessionId, userId, userName }: AnsweredBy): Answers {
  const browser = watchBrowser(window, userId);
  const channel = openChannel(userId);
  // The list and the conversation of this window hear it by channels of their own, as other tabs do.
  const gateway = createAnswerGateway(connectClock(browser, (ms) => channel.post({ type: "busy", ms })));
  const answers = createAnswers({ sessionId, gateway, browser, channel, authorName: userName });
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
