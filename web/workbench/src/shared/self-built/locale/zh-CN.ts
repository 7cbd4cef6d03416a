/** Words of a case that is handled in a self-built system. */
export const zhCN = {
  title: (system: string) => `在“${system}”办理`, enter: (system: string) => `进入${system}`, again: '再次进入', agree: '申请人已当面', consented: (at: string, what: string) => `申请人已同意提供${what}（${at}）`, consentAgain: (at: string) => `${at} 同意过，提供的内容现在有变化，请重新征得同意。`,
  read: (at: string) => `对方系统已于 ${at} 取得申请人同意提供的申请内容，不用重新录入。`,
  needConsent: '请先向申请人说明并勾选同意。', down: (since: string) => `对方系统自 ${since} 起没有应答，可以试一试，登记不会丢失。`, latest: '最近回传', none: '还没有回传', same: '结果由对方系统回传，请不要在这里重复办理。', files: '结果材料', refresh: '刷新回传',
};
