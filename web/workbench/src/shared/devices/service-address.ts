/**
 * The address of the device service on this computer, brought into the form the page asks; undefined for one that is not on
 * this computer (only loopback may be asked: what a card says leaves the computer to the platform alone) or no address at all.
 */
export function checkServiceAddress(typed: string): string | undefined {
  let address: URL;
  try {
    address = new URL(typed.trim());
  } catch {
    return undefined;
  }
  const local = address.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(address.hostname);
  return local && address.username === '' && address.password === '' && address.pathname === '/' && address.search === '' && address.hash === '' ? address.origin : undefined;
}
