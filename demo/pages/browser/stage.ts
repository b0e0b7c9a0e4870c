/** The stage's script: the server's clock, and the guide. */
import { element } from "./element";
import { createAgentHand } from "./guide/agentHand";
import { createGuide } from "./guide/guide";
import type { Progress } from "./guide/guide";
import { createPhoneHand } from "./guide/phoneHand";
import { tellStory } from "./guide/story";

const output = element("clock", HTMLElement);
const says = element("guide-says", HTMLElement);
const start = element("guide-start", HTMLButtonElement);
const next = element("guide-next", HTMLButtonElement);
const stop = element("guide-stop", HTMLButtonElement);

async function clock(init?: RequestInit): Promise<void> {
  const answer = await fetch("/sandbox/clock", init);
  const { now } = (await answer.json()) as { now: string };
  output.textContent = new Date(now).toLocaleTimeString([], { timeStyle: "medium" });
}

function showProblem(): void {
  output.textContent = "does not answer";
}

function showProgress({ begun, steps, says: words, isBusy, isRunning }: Progress): void {
  says.textContent = begun > 0 ? `${begun} of ${steps}: ${words}` : words;
  start.disabled = isRunning;
  next.disabled = isBusy || isRunning;
  stop.disabled = begun === 0 && !isRunning;
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-advance]")) {
  button.addEventListener("click", () => {
    const body = JSON.stringify({ advanceSeconds: Number(button.dataset.advance) });
    clock({ method: "POST", headers: { "Content-Type": "application/json" }, body }).catch(showProblem);
  });
}
const tick = (): void => void clock().catch(showProblem);
setInterval(tick, 5000);
tick();

const cast = {
  ana: createAgentHand(element("frame-ana", HTMLIFrameElement)),
  ben: createAgentHand(element("frame-ben", HTMLIFrameElement)),
  phone: createPhoneHand(element("frame-phone", HTMLIFrameElement)),
};
const guide = createGuide(() => tellStory(cast), showProgress);
start.addEventListener("click", () => guide.start());
next.addEventListener("click", () => guide.step());
stop.addEventListener("click", () => guide.stop());
