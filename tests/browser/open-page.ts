import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page, type Request } from 'playwright-core';
import { platform } from './platform.ts';

/** Chromium's own services are off: they look for hosts outside, which a closed network refuses one by one. */
const SWITCHES = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
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
}

/** Starts Chromium; close it in `afterAll`. */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell', args: SWITCHES });
}

/** How somebody sits down: with the state of a browser they used before, or at another platform than the one of the run. */
interface Seat extends Pick<BrowserContextOptions, 'storageState'> { origin?: string }

/** How many times in a row a page must be found with nothing to do. */
const QUIET_LOOKS = 3;

/**
 * Gives a wait until a page has no request under way and its scripts are idle, three looks in a row.
 * Playwright's own `networkidle` sits out half a second at each visit, whatever the page does.
 */
function watchWork(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return async () => {
    for (let quiet = 0; quiet < QUIET_LOOKS; quiet += 1) {
      await page.evaluate(() => new Promise((resolve) => { requestIdleCallback(() => requestAnimationFrame(resolve), { timeout: 1_000 }); }));
      if (open.size > 0) quiet = -1;
    }
  };
}

/** Lets a new person sit down at a screen of the given size. */
export async function welcome(browser: Browser, viewport: keyof typeof viewports, { origin, ...known }: Seat = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: viewports[viewport], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', isMobile: viewport === 'phone', ...known });
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
  return {
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
  };
}
