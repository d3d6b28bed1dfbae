import type { Message } from '../diagnostics/message.ts';
import type { Project } from '../model/project.ts';
import type { Day } from '../model/time.ts';
import { draft } from '../produce/drafts.ts';
import { Memory } from '../produce/memory.ts';
import { planAll } from '../produce/planner.ts';
import type { Files, World } from '../world/world.ts';

export interface CheckedProject {
  /** Null where no document could be planned. */
  readonly project: Project | null;
  readonly messages: readonly Message[];
}

/** Finds every fault of projects that differ by a save, as `despatch check` does: what it has seen clean it need not look at again. */
export class Checking {
  readonly #world: World;
  readonly #clean = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** `pause` is waited for between documents; it may throw, to give the check up. `files` are others than the world's. */
  async check(
    today: Day,
    pause: () => Promise<void>,
    files: Files = this.#world.files,
  ): Promise<CheckedProject> {
    const world = { ...this.#world, files };
    const planning = await planAll(world, { pause });
    const { value } = planning;
    if (!value) return { project: null, messages: planning.messages };
    const { plans, project } = value;
    const memory = new Memory(world.store);
    const told = { value, messages: planning.messages };
    const { messages } = await draft(world, told, { plans, today, memory, clean: this.#clean, pause });
    return { project, messages };
  }
}
