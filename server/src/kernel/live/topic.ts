import type { Context, Kernel } from '../context.ts';

/** Something that a page shows and that others change. Its changes are rows of `live.change`, written by a trigger on its tables. */
export interface LiveTopic {
  /** `module.noun`, as readers ask for it; where there are several, followed by a slash and an id. */
  readonly name: string;
  /**
   * What of `live.change` concerns the reader, after checking that the reader may know. `id` is undefined where none was given.
   * @throws as the query that shows it
   */
  keysFor(ctx: Context, id: string | undefined): Promise<readonly string[]>;
  /**
   * What it is now as JSON, where that is the same for everybody and public; it may be kept, unless it was read before the
   * monotonic time `notBefore`, ms.
   */
  read?(kernel: Kernel, id: string | undefined, notBefore: number): Promise<string>;
}

const installed = new WeakMap<Kernel, ReadonlyMap<string, LiveTopic>>();

/** Installs the topics of all modules. */
export function useLiveTopics(kernel: Kernel, topics: readonly LiveTopic[]): void {
  installed.set(kernel, new Map(topics.map((topic) => [topic.name, topic])));
}

/** The topic of this name; undefined when no module has one. */
export function findLiveTopic(kernel: Kernel, name: string): LiveTopic | undefined {
  return installed.get(kernel)?.get(name);
}
