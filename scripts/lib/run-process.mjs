import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

const FORWARDED = ['SIGTERM', 'SIGHUP'];

/**
 * Runs a program with Node or another command and resolves to its exit status (1 when a signal ended it).
 * Termination of this process is passed on; a terminal sends Ctrl-C to both by itself.
 */
export function runProcess(command, args, { cwd = ROOT, env = process.env, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio });
    const forward = (signal) => child.kill(signal);
    const ignore = () => {};
    for (const signal of FORWARDED) process.on(signal, forward);
    process.on('SIGINT', ignore);
    child.once('error', reject);
    child.once('close', (status) => {
      for (const signal of FORWARDED) process.off(signal, forward);
      process.off('SIGINT', ignore);
      resolve(status ?? 1);
    });
  });
}

export const runNode = (args, options) => runProcess(process.execPath, args, options);

/** Runs a Node program and collects what it prints instead of showing it. */
export function captureNode(args, { cwd = ROOT, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
