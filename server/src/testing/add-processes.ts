import { systemActor } from '../kernel/access/index.ts';
import { commit } from '../kernel/commit.ts';
import { systemContext, type Kernel } from '../kernel/context.ts';
import { createId, WriteBatch } from '../kernel/db/index.ts';
import { publishDefinition } from '../kernel/workflow/index.ts';
import { readProcessXml, seedProcesses } from '../seed/content/index.ts';

/** Publishes the processes that the demonstration items name, for tests that publish such items without a whole city. */
export async function addProcesses(kernel: Kernel): Promise<void> {
  const ctx = systemContext(kernel, systemActor('test'), createId());
  for (const process of seedProcesses) {
    const batch = new WriteBatch();
    await publishDefinition(ctx, batch, { key: process.key, xml: await readProcessXml(process) });
    await commit(ctx, batch);
  }
}
