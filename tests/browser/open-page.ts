import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page, type Request } from 'playwright-core';
import { followLive } from '@tongban/server/src/kernel/live/contract.ts';
import { platform } from './platform.ts';

/** Chromium's own services are off: they look for hosts outside, which a closed network refuses one by one. */
const SWITCHES = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
  // A page lives for seconds here: what V8's optimizing compilers make of it beside, a fifth of a renderer's work, is thrown away.
  '--js-flags=--no-opt --no-maglev --single-threaded',
  // A name on plain http, as a service hall's inner network has them; loopback alone counts as secure.
  '--host-resolver-rules=MAP hall.test 127.0.0.1',
];

/** Screens the journeys look at: a desk, the smallest and the usual workbench screen, a phone. */
export const viewports = {
  desktop: { width: 1440, height: 900 },
  workbench: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
  /** A desk of 1280 px at 400 % zoom, or the smallest phone (WCAG 1.4.10). */
  narrow: { width: 320, height: 640 },
} as const;

/** A person at a browser of their own: separate cookies and storage. */
export interface Visitor {
  readonly page: Page;
  /** Errors of the page's scripts and failed requests so far; a good journey has none. */
  readonly faults: string[];
  /** Takes away the faults that were brought about on purpose, such as a lost network; there must be some. */
  pardon(pattern: RegExp): void;
  /** Opens a path of the platform. */
  visit(path: string): Promise<void>;
  /** Saves `test-results/screens/NAME.png` of the whole page for a person to look at; not with `SCREENS=none`. */
  capture(name: string): Promise<void>;
  /** Leaves the browser. */
  leave(): Promise<void>;
}

let browser: Promise<Browser> | undefined;

/** The Chromium of this process, which starts at the first call and ends with the process; call `seeOff` in `afterAll`. */
export async function openBrowser(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell', args: SWITCHES });
  return await browser;
}

/** How somebody sits down: with the state of a browser they used before, or at another platform than the one of the run. */
interface Seat extends Pick<BrowserContextOptions, 'storageState'> { origin?: string }

type Screen = keyof typeof viewports;

/** Everybody who has sat down and not left. */
const present = new Map<Visitor, Screen>();
/** Seats that somebody has left and nobody else has taken. */
const vacant: { screen: Screen; visitor: Visitor }[] = [];
/** Pages that cannot be made as new. */
const spoilt = new WeakSet<Page>();

/** Notes that something was done to a page that lasts as long as it does, such as a script for each visit: nobody gets it after this visitor. */
export function spoil(page: Page): void {
  spoilt.add(page);
}

/** Lets everybody leave, at the end of a journey. */
export async function seeOff(): Promise<void> {
  await Promise.all([...present.keys()].map((visitor) => visitor.leave()));
}

/**
 * Takes away all that a visitor leaves in a browser but the scripts it has fetched and compiled, which is most of the work of
 * a first visit. The page stays at an address of the platform that runs none.
 */
async function tidy({ page, faults }: Visitor, screen: Screen): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await context.setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.setViewportSize(viewports[screen]);
  await page.goto(new URL('/healthz', platform.url).href);
  await page.evaluate(() => { sessionStorage.clear(); });
  const devTools = await context.newCDPSession(page);
  await devTools.send('Storage.clearDataForOrigin', { origin: new URL(platform.url).origin, storageTypes: 'all' });
  await devTools.detach();
  await context.clearCookies();
  faults.length = 0;
}

/** Gives a tidied browser the state of another. */
async function recall({ page }: Visitor, state: BrowserContextOptions['storageState']): Promise<void> {
  if (state === undefined) return;
  const { cookies, origins } = typeof state === 'string' ? JSON.parse(await readFile(state, 'utf8')) as Exclude<typeof state, string> : state;
  await page.context().addCookies(cookies);
  const kept = origins.find(({ origin }) => origin === new URL(platform.url).origin)?.localStorage ?? [];
  await page.evaluate((items) => { for (const { name, value } of items) localStorage.setItem(name, value); }, kept);
}

/** How many times in a row a page must be found with nothing to do. */
const QUIET_LOOKS = 3;

/**
 * Gives a wait until a page has no request under way and its scripts are idle, three looks in a row.
 * Playwright's own `networkidle` sits out half a second at each visit, whatever the page does.
 */
function watchWork(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  page.on('request', (request) => {
    // Changes are listened for as long as the page is open.
    if (new URL(request.url()).pathname !== followLive.path) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return async () => {
    for (let quiet = 0; quiet < QUIET_LOOKS; quiet += 1) {
      await page.evaluate(() => new Promise((resolve) => { requestIdleCallback(() => requestAnimationFrame(resolve), { timeout: 1_000 }); }));
      if (open.size > 0) quiet = -1;
    }
  };
}

/** Lets a new person sit down at a screen of the given size, where another has left if there is such a seat. */
export async function welcome(browser: Browser, screen: Screen, seat: Seat = {}): Promise<Visitor> {
  const left = seat.origin === undefined ? vacant.findIndex((one) => one.screen === screen) : -1;
  const [taken] = left === -1 ? [] : vacant.splice(left, 1);
  if (taken) await recall(taken.visitor, seat.storageState);
  const visitor = taken?.visitor ?? await sitDown(browser, screen, seat);
  present.set(visitor, screen);
  return visitor;
}

async function sitDown(browser: Browser, screen: Screen, { origin, ...known }: Seat): Promise<Visitor> {
  // Somebody who asks for no movement gets none: a press never meets a dialog on its way, and nothing is drawn again and again.
  const context = await browser.newContext({ viewport: viewports[screen], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', isMobile: screen === 'phone', hasTouch: screen === 'phone', ...known });
  // What a person would not wait for is a failure of its own step.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const untilQuiet = watchWork(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`); });
  page.on('requestfailed', (request) => {
    // A page that is left takes its open requests with it.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') faults.push(`${request.method()} ${request.url()}: ${reason}`);
  });
  const screens = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');
  const visitor: Visitor = {
    page,
    faults,
    pardon: (pattern) => {
      const others = faults.filter((fault) => !pattern.test(fault));
      if (others.length === faults.length) throw new Error(`nothing to pardon for ${pattern}`);
      faults.splice(0, faults.length, ...others);
    },
    visit: async (target) => {
      await page.goto(new URL(target, origin ?? platform.url).href);
      await untilQuiet();
    },
    capture: async (name) => {
      if (process.env['SCREENS'] === 'none') return;
      await mkdir(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${name}.png`), fullPage: true });
    },
    leave: async () => {
      present.delete(visitor);
      if (page.isClosed() || spoilt.has(page) || origin !== undefined) {
        await context.close();
      } else {
        await tidy(visitor, screen);
        vacant.push({ screen, visitor });
      }
    },
  };
  return visitor;
}
