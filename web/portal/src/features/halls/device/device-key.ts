/** Before devices had keys of their own, all kiosks of a hall shared one; what they kept still holds. */
const formerKiosk = /^\/halls\/([^/]+)\/kiosk$/;

/** The key in the address becomes this machine's, and leaves the address, so that nobody reads it off the screen; each page keeps its own. */
export function takeDeviceKey(): string | undefined {
  const { hash, pathname } = window.location;
  const given = hash.slice(1);
  const name = `tongban.device.${pathname}`;
  try {
    if (given.length >= 20) {
      window.localStorage.setItem(name, given);
      window.history.replaceState(null, '', pathname);
      return given;
    }
    const hallId = formerKiosk.exec(pathname)?.[1];
    return window.localStorage.getItem(name) ?? (hallId === undefined ? null : window.localStorage.getItem(`tongban.kiosk.${hallId}`)) ?? undefined;
  } catch {
    // A browser that keeps nothing: the key holds until the page is closed.
    return given.length >= 20 ? given : undefined;
  }
}
