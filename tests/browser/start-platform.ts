import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { findFreePort, startServerProcess, type ServerProcess } from '../../packages/testkit/src/server-process.ts';
import { createOcrSimulator } from '../../server/src/modules/recognition/simulator/ocr-simulator.ts';
import { createPictureBook } from '../../server/src/modules/recognition/simulator/picture-book.ts';
import { drawKnown } from './known-documents.ts';
import type { JourneyPlatform } from './platform.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a process of journeys asks for its platform; it is started when the first of them asks. */
    platformBroker: string;
  }
}

interface StartedPlatform extends JourneyPlatform {
  stop(): Promise<void>;
}

const platforms = new Map<string, Promise<StartedPlatform>>();
let founded: Promise<string> | undefined;
let broker: Server | undefined;

/** Stands ready to start a platform for each process of journeys. */
export async function setup(project: Pick<TestProject, 'provide'>): Promise<void> {
  broker = createServer((request, response) => {
    const name = request.url ?? '';
    const platform = platforms.get(name) ?? startPlatform();
    platforms.set(name, platform);
    platform.then(
      ({ url, sessionsDir }) => response.end(JSON.stringify({ url, sessionsDir })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  // The first request waits for the demonstration city.
  broker.requestTimeout = 0;
  broker.listen(0, '127.0.0.1');
  await new Promise((resolve) => broker?.once('listening', resolve));
  project.provide('platformBroker', `http://127.0.0.1:${(broker.address() as AddressInfo).port}/`);
}

export async function teardown(): Promise<void> {
  broker?.close();
  broker?.closeAllConnections();
  await Promise.all([...platforms.values()].map(async (started) => { await (await started.catch(() => undefined))?.stop(); }));
  const city = await founded?.catch(() => undefined);
  if (city !== undefined) await rm(city, { recursive: true, force: true });
}

/** Starts a text recognition that knows the documents of the journeys; gives where it listens, too. */
async function startRecognition(): Promise<{ url: string; recognition: Server }> {
  const recognition = createOcrSimulator({ textOf: await createPictureBook([await drawKnown('wrongCard'), await drawKnown('rightCard')]) });
  await new Promise<void>((resolve) => { recognition.listen(0, '127.0.0.1', resolve); });
  return { url: `http://127.0.0.1:${(recognition.address() as AddressInfo).port}`, recognition };
}

async function makeDataDir(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-browser-'));
  await chmod(dataDir, 0o755);
  return dataDir;
}

async function startServer(dataDir: string, ocrUrl: string): Promise<ServerProcess> {
  const port = await findFreePort();
  return await startServerProcess(port, { DATA_DIR: dataDir, TONGBAN_DEMO: '1', PUBLIC_URL: `http://127.0.0.1:${port}`, OCR_ENGINE_URL: ocrUrl });
}

/** Founds the demonstration city in a data folder, once for all platforms: it costs more than the journeys of many a file. */
async function foundCity(ocrUrl: string): Promise<string> {
  const dataDir = await makeDataDir();
  await (await startServer(dataDir, ocrUrl)).end('SIGTERM');
  return dataDir;
}

/** Starts the platform on a copy of the freshly seeded city, so that every run begins with it. */
async function startPlatform(): Promise<StartedPlatform> {
  const { url: ocrUrl, recognition } = await startRecognition();
  founded ??= foundCity(ocrUrl);
  const [city, dataDir] = [await founded, await makeDataDir()];
  // The database belongs to an account of its own, which only `cp` keeps.
  await promisify(execFile)('cp', ['-a', `${city}/.`, dataDir]);
  // Each copy finds a port of its own at once, not only after it has met another on the port that the city had.
  await rm(path.join(dataDir, 'postgres', 'port'), { force: true });
  const sessionsDir = path.join(dataDir, 'sessions');
  await mkdir(sessionsDir);
  const server = await startServer(dataDir, ocrUrl);
  const stop = async (): Promise<void> => {
    await server.end('SIGTERM');
    recognition.close();
    recognition.closeAllConnections();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, sessionsDir, stop };
}
