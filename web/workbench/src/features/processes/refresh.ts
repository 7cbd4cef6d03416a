import { useQueryClient } from '@tanstack/react-query';
import { listHandlingProcesses, listProcessUses } from '@tongban/server/src/modules/catalog/contract.ts';
import { getProcess, getProcessDraft, listProcesses } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { getMigration, listMigratedCases, listMigrations } from '@tongban/server/src/kernel/workflow/migration.contract.ts';
import { getReplay, listReplayedCases, listReplays } from '@tongban/server/src/modules/replays/contract.ts';
import { useCallback } from 'react';

/** Reads again whatever of processes is shown, and what items may choose, after something in them changed. */
export function useRefresh(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const { id } of [listProcesses, getProcess, getProcessDraft, listProcessUses, listHandlingProcesses, listMigrations, getMigration, listMigratedCases, listReplays, getReplay, listReplayedCases]) void client.invalidateQueries({ queryKey: [id] });
  }, [client]);
}
