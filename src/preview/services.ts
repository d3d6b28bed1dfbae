import type { Files } from '../world/world.ts';
import type { Editor } from './editor.ts';
import type { Screen } from './screen.ts';
import type { Session } from './session.ts';
import type { Writing } from './writing.ts';

/** What the preview's server answers from, and by which it does what it is asked for. */
export interface PreviewServices {
  readonly session: Session;
  readonly screen: Screen;
  readonly editor: Editor;
  readonly writing: Writing;
  readonly files: Files;
}
