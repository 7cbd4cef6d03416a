import { openCommandDatabase } from '../boot.ts';
import { sealAuditEntries, verifyAuditChain, type AuditVerdict } from '../kernel/audit/index.ts';
import { loadConfig } from '../kernel/config/index.ts';

const print = (line: string): void => { process.stdout.write(`${line}\n`); };

const reasons: Record<NonNullable<AuditVerdict['fault']>['reason'], string> = {
  changed: '内容与入链时不一致', missing: '已被删除', gap: '链的序号不连续', inserted: '是事后插入的',
};

/** What an auditor reads, one line. */
function describe({ linked, unlinked, fault }: AuditVerdict): string {
  if (!fault) return `审计链完整：已核对 ${linked} 条，另有 ${unlinked} 条刚写入、尚未入链。`;
  return `审计链被破坏：第 ${fault.sequence} 条（编号 ${fault.entryId}）${reasons[fault.reason]}；此前 ${linked} 条完好。`;
}

/** `npm run audit:verify`: recomputes the SM3 chain of all audit entries; ends with 1 when it is broken (ORG-05, NFR-04). */
async function main(): Promise<boolean> {
  const database = await openCommandDatabase(loadConfig());
  try {
    while (await sealAuditEntries(database.db) > 0) { /* until all ended transactions are linked */ }
    const verdict = await verifyAuditChain(database.db);
    print(describe(verdict));
    return verdict.intact;
  } finally {
    await database.close();
  }
}

main().then((intact) => { process.exitCode = intact ? 0 : 1; }, (error: unknown) => {
  process.stderr.write(`核对没有进行：${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
