import { spawn } from 'node:child_process';

/** The operating-system account PostgreSQL runs under; `undefined` elsewhere means "the one Node runs under". */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface CommandResult {
  /** Exit status; −1 when the command could not be started or was ended by a signal. */
  readonly status: number;
  readonly output: string;
}

/** Only what initdb, postgres and /bin/sh need: nothing of our own environment leaks into the database server. */
export const CHILD_ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

export function spawnIdentity(user: SystemUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}

/** Runs a command to its end as `user`; never throws, a command that cannot start has status −1. */
export function runCommand(file: string, args: readonly string[], user?: SystemUser): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: '/',
      env: CHILD_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...spawnIdentity(user),
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ status: -1, output: error.message }));
    child.on('close', (status) => resolve({ status: status ?? -1, output }));
  });
}
