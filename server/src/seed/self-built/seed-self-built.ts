import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../kernel/context.ts';
import { findPublishedItems } from '../../modules/catalog/index.ts';
import { addSystem, listSystems, makeKey, saveSystem, simulatorKeyFile, unsafeFindSystem } from '../../modules/self-built/index.ts';
import { widerItems, type DepartmentName } from '../content/index.ts';

/** Where the simulator listens unless told otherwise. */
const address = 'http://localhost:8097/';
const name = '不动产登记系统';

/** Registers the simulated real estate registration, with its key in the data folder; what is there already stays. */
export async function seedSelfBuilt(ctx: Context, organizationIdOf: (department: DepartmentName) => string): Promise<void> {
  if ((await listSystems(ctx)).some((system) => system.name === name)) return;
  const code = widerItems.find(({ key }) => key === 'property-transfer')?.elements.localTaskCode ?? '';
  const itemId = (await findPublishedItems(ctx.kernel, [code])).get(code);
  if (itemId === undefined) return;
  const settings = { name, organizationId: organizationIdOf('区自然资源局'), entryUrl: address, serviceUrl: address, itemIds: [itemId], disclosure: 'materials' as const, enabled: false };
  const systemId = await addSystem(ctx, settings);
  const system = await unsafeFindSystem(ctx, systemId);
  if (!system) return;
  const key = await makeKey(ctx, system);
  await writeFile(join(ctx.kernel.config.dataDir, simulatorKeyFile), JSON.stringify(key), { mode: 0o600 });
  await saveSystem(ctx, system, system.revision, { ...settings, enabled: true });
}
