import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface Holder {
  readonly process: ChildProcess;
  /** The `log` lines before the outcome. */
  readonly logged: readonly string[];
  /** `ready …` or `refused …`, without that word. */
  readonly outcome: 'ready' | 'refused';
  readonly detail: string;
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts the embedded database of `dataDir` in a process of its own and waits for the outcome. */
export async function spawnHolder(dataDir: string, identity: { uid?: number; gid?: number } = {}): Promise<Holder> {
  const script = path.join(import.meta.dirname, 'hold-database.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'], ...identity });
  const exited = once(child, 'exit');
  const logged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, ...rest] = line.split(' ');
    const detail = rest.join(' ');
    if (word === 'ready' || word === 'refused') {
      const end = async (signal: NodeJS.Signals): Promise<void> => {
        child.kill(signal);
        await exited;
      };
      return { process: child, logged, outcome: word, detail, end };
    }
    logged.push(detail);
  }
  throw new Error(`the process that holds the database ended without an outcome: ${logged.join('\n')}`);
}
