const nameOf = (hallId: string): string => `tongban.kiosk.${hallId}`;

/** The key in the address becomes this machine's, and leaves the address, so that nobody reads it off the screen. */
export function takeKiosk(hallId: string): string | undefined {
  const given = window.location.hash.slice(1);
  try {
    if (given.length >= 20) {
      window.localStorage.setItem(nameOf(hallId), given);
      window.history.replaceState(null, '', window.location.pathname);
      return given;
    }
    return window.localStorage.getItem(nameOf(hallId)) ?? undefined;
  } catch {
    // A browser that keeps nothing: the key holds until the page is closed.
    return given.length >= 20 ? given : undefined;
  }
}
