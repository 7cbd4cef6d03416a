import { readFileSync } from 'node:fs';

const INTERVAL_MS = 250;

/**
 * Ends this process when the npm that started it has ended.
 * npm runs scripts through a shell that passes no signal on: without this, stopping `npm start` would leave the server
 * running unseen, with its port and its data folder taken.
 */
export function followNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const started = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === started) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, INTERVAL_MS);
  timer.unref();
}

/** The shell, and npm behind it where the system shows it. */
function ancestors() {
  const shell = process.ppid;
  return `${shell}/${parentOf(shell)}`;
}

function parentOf(pid) {
  try {
    return /^PPid:\t(\d+)$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}
