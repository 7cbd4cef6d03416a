import { problemOf } from './api.ts';

const prefix = 'tongban.private.copy.';

function findCopy<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(prefix + name);
    // Only this module writes these entries, from the same answer.
    return text === null ? undefined : JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

/** Fetches an answer and keeps it on this device until signing out; without a network the last one answers. */
export async function withOfflineCopy<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    const answer = await load();
    try {
      localStorage.setItem(prefix + name, JSON.stringify(answer));
    } catch { /* no room: works online only */ }
    return answer;
  } catch (error) {
    const copy = problemOf(error).code === 'client.offline' ? findCopy<T>(name) : undefined;
    if (copy === undefined) throw error;
    return copy;
  }
}

/** Takes one kept answer away. */
export function dropOfflineCopy(name: string): void {
  localStorage.removeItem(prefix + name);
}
