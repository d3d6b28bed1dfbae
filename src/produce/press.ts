import type { Printer, World } from '../world/world.ts';

/** A printer that is opened for the first who asks for it. */
export class Press {
  readonly #world: Pick<World, 'openPrinter'>;
  #opening: Promise<Printer> | null = null;
  #closing: Promise<void> | null = null;

  constructor(world: Pick<World, 'openPrinter'>) {
    this.#world = world;
  }

  /** Begins to open it, so that it is open by the time it is asked for; where it can't be, whoever asks is told. */
  warm(): void {
    this.open().catch(() => {});
  }

  open(): Promise<Printer> {
    return (this.#opening ??= this.#world.openPrinter());
  }

  /** Ends it, once; whoever asks for that before the end can wait for it at the end. */
  close(): Promise<void> {
    return (this.#closing ??= this.#end());
  }

  async #end(): Promise<void> {
    const printer = await this.#opening?.catch(() => null);
    await printer?.close();
  }
}
