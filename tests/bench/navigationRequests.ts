/** What a navigation asks of Dataverse, and how much it answers. */
import { gzipSync } from "node:zlib";
import type { BenchPart, Figure } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { exactly } from "../../tools/bench/spread";
import { createClient } from "../../shared/dataverse/client";
import { createAgentGateway } from "../../shared/dataverse/agentGateway";
import { createGateway } from "../../shared/dataverse/gateway";
import { createPanelGateway } from "../../shared/dataverse/panelGateway";
import { createActions } from "../../shared/inbox/actions";
import { openMixedInbox } from "./mixedInbox";
import { openQuietTab } from "./quietTab";

const SIZES = [1, 50, 1_000, 10_000];
/** So many cards are in view of an open panel. */
const IN_VIEW = 8;

/** What one navigation took. */
export interface NavigationCost {
  readonly requests: number;
  /** Bytes of the answers' bodies. */
  readonly bytes: number;
  /** The same, compressed one by one as a server sends them (gzip at its usual level). */
  readonly gzip: number;
}

/** Of an inbox with so many conversations. */
export interface NavigationCosts {
  readonly closed: NavigationCost;
  readonly open: NavigationCost;
  /** With the panel open, and a text of the customer at the top since the last one. */
  readonly openWithNews: NavigationCost;
}

/** The real inbox, over the product's client and gateway, on the sandbox's Dataverse. */
export async function measureNavigations(sessions: number): Promise<NavigationCosts> {
  const server = await openMixedInbox(sessions);
  try {
    const client = createClient(server.fetch);
    const { inbox, navigate, settle } = await openQuietTab(
      (now) => createGateway(client, server.userId, now),
      (tools) =>
        createActions(tools, {
          agent: createAgentGateway(client, server.userId, tools.browser.now),
          panel: createPanelGateway(client),
        }),
    );
    const cost = async (): Promise<NavigationCost> => {
      server.answers.length = 0;
      await navigate();
      const bodies = server.answers.map((answer) => Buffer.from(answer));
      return {
        requests: bodies.length,
        bytes: bodies.reduce((sum, body) => sum + body.length, 0),
        gzip: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0),
      };
    };
    const lookAtTop = async (): Promise<void> => {
      inbox.wantPreviews(
        inbox
          .getSnapshot()
          .notifications.slice(0, IN_VIEW)
          .map(({ session }) => session.id),
      );
      await settle();
    };
    const closed = await cost();
    inbox.setPanelOpen(true);
    await settle();
    await lookAtTop();
    const open = await cost();
    const [top] = inbox.getSnapshot().notifications;
    if (!top) throw new Error("The list is empty.");
    server.write(top.session.id);
    const openWithNews = await cost();
    inbox.destroy();
    return { closed, open, openWithNews };
  } finally {
    server.close();
  }
}

/** Exact, but for the lengths of times: the same inbox costs the same everywhere. */
export const navigationRequests: BenchPart = {
  name: "requests",
  title: "Requests and bytes of a navigation",
  how:
    "The real inbox, gateway and client on the sandbox's Dataverse in this process: Ana's inbox, half of whose numbers are contacts', and six of ten conversations new. Counted are the requests after one navigation and the bytes of " +
    "their answers. An answer of Dataverse's holds 5,000 rows: with more conversations the others come in pages. That a navigation costs one request is a test: `tests/shared/dataverse/navigations.test.ts`.",
  tried:
    "Tried: only names as annotations, and whether there are more rows (1,503 B became 1,270). Dataverse gives every date, count and choice a formatted text where names are asked for, which is more than half of what is left; names by joins " +
    "instead would fail for whoever may not read contacts. On the way the answer is compressed.",
  async run({ progress }) {
    const figures: Figure[] = [];
    for (const sessions of SIZES) {
      progress(`${inWords(sessions)} conversations`);
      const { closed, open, openWithNews } = await measureNavigations(sessions);
      const of = `${inWords(sessions)} conversation${sessions === 1 ? "" : "s"}`;
      // More than an answer holds is asked for in pages.
      const goal = sessions <= 5_000 ? { atMost: 1 } : null;
      figures.push(
        requests(`requests of a navigation, ${of}, panel closed`, closed, goal),
        requests(`requests of a navigation, ${of}, panel open`, open, goal),
        requests(`requests of a navigation, ${of}, panel open, a new text in view`, openWithNews, null),
        {
          measure: `bytes of a conversation, of ${inWords(sessions)}`,
          side: `${inWords(closed.bytes)} B in all`,
          baseline: "",
          value: exactly(closed.bytes / sessions),
          unit: "B",
          // Of one conversation the frame around the list is a large part.
          goal: sessions === 1 ? null : { atMost: 512 },
          note: `gzip ${inWords(closed.gzip / sessions)} B`,
        },
      );
    }
    return figures;
  },
};

function requests(measure: string, cost: NavigationCost, goal: Figure["goal"]): Figure {
  return { measure, side: `${inWords(cost.bytes)} B`, baseline: "", value: exactly(cost.requests), unit: "", goal, note: "" };
}
