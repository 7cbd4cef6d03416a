/** What of `EventSource` is used. */
export interface Source {
  readonly readyState: number;
  addEventListener(type: 'ready' | 'message' | 'error', listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

/** The page's one connection over which it hears of changes. */
export interface Live {
  /**
   * Calls the listener when the topic has changed: with what it is now, or with undefined where it has to be asked again, which
   * it also does once after each connecting. Gives how to stop.
   */
  subscribe(topic: string, listener: (value: unknown) => void): () => void;
  /** Whether changes are heard of at present; pages ask often by themselves while they are not. */
  readonly connected: boolean;
  /** Calls the listener whenever `connected` changes. */
  watch(listener: () => void): () => void;
}

/** Where the page is, so that a test can put another in its place. */
export interface Surroundings {
  open(url: string): Source;
  isHidden(): boolean;
  onVisibility(listener: () => void): void;
}

const address = '/api/v1/live';
const closed = 2;
/** Topics that are asked for at the same moment share one connection, ms. */
const settleMs = 50;
/** A page that nobody sees gives its connection up after this time: browsers allow only six to a server, ms. */
const hiddenMs = 60_000;
/** After the server has refused, ms. */
const refusedMs = 30_000;

const browser: Surroundings = {
  open: (url) => new EventSource(url),
  isHidden: () => document.visibilityState === 'hidden',
  onVisibility: (listener) => { document.addEventListener('visibilitychange', listener); },
};

/** Makes the connection; it opens with the first topic and closes with the last. */
export function createLive(surroundings: () => Surroundings = () => browser): Live {
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  const watchers = new Set<() => void>();
  let source: Source | undefined;
  let following = '';
  let connected = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let place: Surroundings | undefined;

  function surroundingsNow(): Surroundings {
    if (!place) {
      place = surroundings();
      place.onVisibility(() => { later(place?.isHidden() ? hiddenMs : 0); });
    }
    return place;
  }

  function setConnected(next: boolean): void {
    if (connected === next) return;
    connected = next;
    for (const watcher of watchers) watcher();
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(settle, ms);
  }

  /** Opens, changes or closes the connection, as the topics and the page's visibility want it. */
  function settle(): void {
    const here = surroundingsNow();
    const wanted = here.isHidden() ? '' : [...listeners.keys()].sort().join(',');
    if (wanted === following && (wanted === '' || source?.readyState !== closed)) return;
    source?.close();
    source = undefined;
    following = wanted;
    setConnected(false);
    if (wanted !== '') source = listen(here.open(`${address}?topics=${encodeURIComponent(wanted)}`));
  }

  function listen(opened: Source): Source {
    opened.addEventListener('ready', () => {
      setConnected(true);
      for (const own of listeners.values()) for (const listener of own) listener(undefined);
    });
    opened.addEventListener('message', ({ data }) => {
      const { topic, value } = JSON.parse(String(data)) as { topic: string; value?: unknown };
      for (const listener of listeners.get(topic) ?? []) listener(value);
    });
    opened.addEventListener('error', () => {
      if (source !== opened) return;
      setConnected(false);
      // The browser connects again by itself, unless the server has refused.
      if (opened.readyState === closed) later(refusedMs);
    });
    return opened;
  }

  return {
    subscribe(topic, listener) {
      const own = listeners.get(topic) ?? new Set();
      listeners.set(topic, own.add(listener));
      later(settleMs);
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(topic);
        later(settleMs);
      };
    },
    get connected() { return connected; },
    watch(listener) {
      watchers.add(listener);
      return () => { watchers.delete(listener); };
    },
  };
}
