import { clearUnusedFiles } from '../kernel/files/clear-unused.ts';
import { pdf } from '../kernel/files/testing/samples.ts';
import type { Signed, TestCity } from './test-city.ts';

let serial = 0;

/** A stored upload, as a control of a form names it; each of other content. */
export async function upload({ http }: Signed): Promise<{ fileId: string; name: string }> {
  serial += 1;
  const name = `照片${serial}.pdf`;
  return { fileId: (await http.uploadMaterial(name, pdf({ extra: `/Serial ${serial}` }))).id, name };
}

/** A week and a day on, what nobody uses is cleared. */
export async function clearFilesLater(city: TestCity): Promise<void> {
  await city.server.database.db.pool.query(`UPDATE files.file SET unused_since = unused_since - interval '8 days'`);
  await clearUnusedFiles(city.system());
}
