import { useQueryClient } from '@tanstack/react-query';
import { getStaffAccount, listStaffAccounts } from '@tongban/server/src/kernel/identity/contract.ts';

/** Gives the function that fetches again what a change of an account shows in. */
export function useRefreshAccounts(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: [getStaffAccount.id] });
    void client.invalidateQueries({ queryKey: [listStaffAccounts.id] });
  };
}
