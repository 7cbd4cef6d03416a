const remembered = 'tongban.workbench.account-name';

/** The account name last used in this tab, offered again when a session ran out. */
export function accountNameHint(): string {
  return sessionStorage.getItem(remembered) ?? '';
}

export function rememberAccountName(accountName: string): void {
  sessionStorage.setItem(remembered, accountName);
}
