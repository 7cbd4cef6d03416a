import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { createWindowDevicesSimulator, type SimulatedCard } from '../../server/src/kernel/window-devices/index.ts';

/** The devices of one clerk's computer, made by the simulator. */
export interface DeviceDesk {
  /** Starts the service, again on the port it had before. */
  start(): Promise<void>;
  stop(): Promise<void>;
  address(): string;
  /** Changes what lies on the desk: `{card: '周慧'}`, `{signs: false}`, `{states: {camera: 'offline'}}`. */
  rearrange(change: object): Promise<void>;
  /** Lets the workbench that is open on a page use the devices. */
  connect(page: Page): Promise<void>;
}

/** Puts devices beside a browser; the first card lies on the reader. */
export function createDeviceDesk(cards: readonly SimulatedCard[]): DeviceDesk {
  const service = createWindowDevicesSimulator({ cards });
  let port = 0;
  const address = (): string => `http://127.0.0.1:${port}`;
  return {
    start: async () => {
      await new Promise<void>((resolve) => { service.listen(port, '127.0.0.1', resolve); });
      ({ port } = service.address() as AddressInfo);
    },
    stop: () => new Promise<void>((resolve) => {
      service.close(() => resolve());
      service.closeAllConnections();
    }),
    address,
    rearrange: async (change) => {
      await fetch(`${address()}/simulator`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(change) });
    },
    connect: async (page) => {
      const typed = page.getByLabel('设备服务地址', { exact: true });
      if (!await typed.isVisible()) await page.getByRole('button', { name: '窗口设备：未启用' }).click();
      await typed.fill(address());
      await page.getByRole('button', { name: /^保\s?存$/ }).click();
      await page.getByLabel('使用这台电脑上的窗口设备').check();
      await page.getByText('模拟高拍仪').waitFor();
    },
  };
}
