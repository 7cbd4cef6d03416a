import type { Config } from '../../config/index.ts';
import type { Kernel } from '../../context.ts';
import { createClamdScanner, noScanner, type VirusScanner } from './virus-scanner.ts';

export type { ScanVerdict, VirusScanner } from './virus-scanner.ts';

const scanners = new WeakMap<Config, VirusScanner>();

/** The scanner that the configuration names, or one that scans nothing. */
export function scannerOf({ config }: Pick<Kernel, 'config'>): VirusScanner {
  let scanner = scanners.get(config);
  if (!scanner) {
    scanner = config.clamavAddress ? createClamdScanner(config.clamavAddress) : noScanner;
    scanners.set(config, scanner);
  }
  return scanner;
}
