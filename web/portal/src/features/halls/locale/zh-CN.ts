/** Words of the service halls: screens, kiosk, tickets, appointments. */
export const zhCN = {
  title: '政务服务大厅',
  lead: '查看各大厅的办公时间、现在的排队情况，预约到大厅办事的时间。',
  search: '按名称或地址查找', find: '查找', none: '没有找到大厅', noneDetail: '换一个名称或地址再试。',
  open: '正在办公', closed: '现在不办公', today: '今天', todayClosed: '今天不办公', address: '地址', telephone: '电话', waiting: (count: number) => `现在 ${count} 人等候`,
  minutes: (count: number | null) => (count === null ? '窗口暂未开放' : count < 1 ? '不用等' : `约 ${count} 分钟`),
  hall: { queues: '现在排队', business: '业务', people: '等候', forecast: '预计等候', windows: '窗口', windowsOf: (numbers: readonly string[]) => (numbers.length === 0 ? '—' : `${numbers.join('、')} 号`), services: '办理', book: '预约', notBookable: '直接到大厅取号', hours: '办公时间', weekdays: ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'], shut: '不办公', holiday: '法定节假日不办公。', updated: '排队情况每隔几秒更新' },
  booking: {
    title: (queue: string) => `预约：${queue}`, lead: '选择日期和时段。到大厅后在“我的大厅预约”签到，按预约的时间叫号，不用重新排队。', day: '日期', slot: '时段', left: (count: number) => (count === 0 ? '约满' : `余 ${count}`), past: '已过', noneLeft: '这一天没有可以预约的时段，请选择其他日期。',
    submit: '确认预约', pickSlot: '请选择时段。', noDays: '最近没有可预约的时段', noDaysDetail: '可以直接到大厅取号。', done: '已预约', mine: '我的大厅预约',
    listLead: '到大厅后点“签到取号”；签到时间为时段开始前 30 分钟到结束后 15 分钟。', empty: '还没有大厅预约', emptyDetail: '选择大厅和业务，约好时间再去，少排队。', toHalls: '选择大厅', cancel: '取消预约', cancelTitle: '取消这次预约？', cancelLead: '名额会让给别人；可以再约别的时间。', keep: '不取消', cancelled: '已取消预约', checkIn: '签到取号', seeTicket: '查看号票', code: '预约码', codeHint: '到大厅的取号机上输入，也可以在这里签到。', when: (day: string, from: string, to: string) => `${day} ${from}—${to}`,
  },
  ticket: {
    title: (number: string) => `${number} 号`, hall: '大厅', business: '业务', item: '事项', priority: '优先', taken: '取号时间',
    ahead: (count: number) => (count === 0 ? '下一个就是您' : `前面还有 ${count} 人`), forecast: '预计等候', goTo: (number: string) => `请到 ${number} 号窗口`, serving: (number: string | null) => (number === null ? '正在办理' : `正在 ${number} 号窗口办理`),
    states: { 'waiting': '等候叫号', 'called': '已叫到您', 'serving': '正在办理', 'held': '已挂起，请留意窗口通知', 'no-show': '已过号', 'done': '已办结', 'cancelled': '已取消' },
    missed: (time: string) => `叫号时没有等到您。请在 ${time} 前到导办台，可以重新排上。`, live: '本页自动更新，快到时请回到大厅。', cancel: '取消这个号', cancelTitle: '取消这个号？', cancelLead: '取消后要重新取号排队。', keep: '不取消',
  },
  kiosk: {
    title: '自助取号', ways: { queues: '按业务取号', items: '按事项取号', appointment: '预约签到' },
    chooseItem: '请选择要办的事项', findItem: '输入事项名称或拼音，拼音可以只写首字母', letters: '拼音字母', eraseLetter: '删去一个字母', noItem: '这个大厅没有办理这件事的窗口，换一个说法再找，或到导办台询问。',
    checkIn: '预约签到', checkInLead: '输入“我的大厅预约”中的八位预约码。时段开始前 30 分钟到结束后 15 分钟可以签到，按预约的时间叫号。', code: '预约码', codeFault: '请输入八位数字。', clear: '清空', erase: '⌫', eraseLabel: '删去一位', checkInDo: '签到取号',
    choose: '请选择要办的业务', group: '您是否属于优先人群？', groupLead: '请准备好相关证件，窗口会核对。', ordinary: '都不是', back: '返回', home: '重新开始', waiting: (count: number) => `等候 ${count} 人`,
    yours: '您的号码', windows: (numbers: readonly string[]) => (numbers.length === 0 ? '' : `${numbers.join('、')} 号窗口`), follow: '手机扫码看排队', print: '打印号票', done: (seconds: number) => `完成（${seconds}）`, noKey: '这台取号机还没有登记', noKeyDetail: '请大厅负责人在工作台“大厅管理—设备”中登记取号机，并在本机打开给出的地址。', itemOf: (names: readonly string[]) => names.join('、'), qrAlt: '号票二维码', closed: '现在不在办公时间，暂不取号。',
  },
  device: { screen: '屏幕' },
  terminal: {
    title: '服务评价', noKey: '这台评价器还没有登记', noKeyDetail: '请大厅负责人在工作台“大厅管理—设备”中登记评价器，并在本机打开给出的地址。', noWindow: '这台评价器没有放在窗口', noWindowDetail: '请大厅负责人在工作台“大厅管理—设备”中为它选择窗口。',
    welcome: '欢迎办事', rest: '办完后，请您为这次服务评价。', thanks: '感谢您的评价', thanksDetail: '您的意见会用来改进服务。',
    ask: (number: string) => `${number} 号，请您评价这次服务`, why: (level: string) => `${level}：可以选择原因`, voluntary: '评价自愿，一次服务评价一次；不评价不计入。', anonymous: '匿名评价', submit: '提交评价', again: '重新选择', decline: (seconds: number) => `不评价（${seconds}）`,
  },
  screen: {
    calling: '正在叫号', goTo: '请到', windowOf: (number: string) => `${number} 号窗口`, queues: '排队情况', people: '人等候', forecast: '预计', windows: '窗口', none: '暂无叫号', voice: '开启语音播报', voiceOff: '关闭语音播报', offline: '网络中断，显示的是断开前的情况', speak: (number: string, window: string) => `请 ${number} 号，到 ${window} 号窗口`, paused: '暂停服务', closed: '未开放', idle: '等候叫号', serving: '正在办理', called: '请到本窗口', missing: '没有这个窗口', missingDetail: '请在工作台“大厅管理—设置”中复制新的窗口屏地址。',
  },
};
