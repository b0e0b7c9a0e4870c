/** The stage's script: shows the server's clock and moves it. */
export {};

const output = document.getElementById("clock");

async function clock(init?: RequestInit): Promise<void> {
  const answer = await fetch("/sandbox/clock", init);
  const { now } = (await answer.json()) as { now: string };
  if (output) output.textContent = new Date(now).toLocaleTimeString([], { timeStyle: "medium" });
}

function showProblem(): void {
  if (output) output.textContent = "does not answer";
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
