/** The scene of tests of the control: a Dataverse for each test, and no bug that nobody has asked for. */
import { startDataverse } from "../dataverse";
import type { Environment, TestDataverse } from "../dataverse";
import { closeControls } from "./openControl";

/** What is there in each test of the file. */
export interface ControlScene {
  readonly dataverse: TestDataverse;
  /** The bugs that were reported; a test that expects some takes them out. */
  readonly bugs: unknown[];
}

/** Sets the scene for every test of the file that calls it, with an environment that is the demonstration's by default. Its properties change with each test. */
export function setControlScene(environment: Environment = {}): ControlScene {
  const scene = {} as { -readonly [Part in keyof ControlScene]: ControlScene[Part] };
  beforeEach(async () => {
    scene.dataverse = await startDataverse(environment);
    const bugs: unknown[] = [];
    scene.bugs = bugs;
    window.reportError = (bug) => void bugs.push(bug);
  });
  afterEach(() => {
    closeControls();
    scene.dataverse.close();
    expect(scene.bugs).toEqual([]);
  });
  return scene;
}
