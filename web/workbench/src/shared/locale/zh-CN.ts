export const zhCN = {
  product: '通办工作台',
  unexpected: { title: '页面出现异常', detail: '请刷新页面后重试；您填写的内容已保留。' },
  problem: { retry: '重试', trace: '编号', offlineTitle: '网络连接不上' },
  overtaken: {
    title: (label: string, by: string) => `刚刚有新的进展：${label}${by === '' ? '' : `（${by}）`}`, kept: '您填写的内容保留着，看过最新的经过再决定是否提交。',
    gone: (label: string) => `现在已经不能“${label}”，您为它写的内容没有提交：`, copy: '复制这段内容',
  },
  stale: { title: '刚刚被处理，刷新查看', detail: '您填写的内容会保留；看过最新情况后再决定是否提交。', refresh: '刷新查看' },
  longText: { unfold: (length: number) => `展开全文（共 ${length.toLocaleString('zh-CN')} 字）`, fold: '收起' },
  list: {
    more: '加载更多', news: '列表有更新。', showNews: '显示最新', loadingMore: '正在加载……', end: (count: number) => `共 ${count} 条`, loaded: (count: number) => `已加载 ${count} 条`,
    loading: '正在加载列表', reset: '清除筛选', noMatch: ['没有符合条件的记录', '换个关键词，或清除筛选。'], row: '第 {row} 行',
  },
  keys: {
    title: '键盘快捷键', open: '打开快捷键说明', search: '搜索', next: '下一行', previous: '上一行', enter: '打开选中的行', primary: '本页主要操作', close: '关闭',
    anywhere: '任何页面', here: '本页',
  },
  level: {
    warning: '预警', yellow: '黄牌', red: '红牌',
    explain: { normal: '正常', warning: '预警：临近期限', yellow: '黄牌：超过承诺期限', red: '红牌：超过法定期限' },
  },
  overdue: '已过期',
  diagram: {
    zoomIn: '放大', zoomOut: '缩小', fit: '适应窗口', save: '导出 SVG 图片',
    unreadable: { title: '这张流程图画不出来', detail: '流程文件缺少图形位置或已损坏。旁边的列表仍可使用；需要看图时，请流程管理员另发布一版。' },
  },
  copy: '复制', copied: '已复制',
  required: '必填',
  missing: {
    write: (label: string) => `请填写${label}。`, choose: (label: string) => `请选择${label}。`, upload: (label: string) => `请上传${label}。`, atLeast: (label: string, count: number) => `${label}至少写 ${count} 个字。`,
    unchanged: '内容没有修改，不用保存。', uploading: '文件还在上传，传完再提交。',
  },
  itemPlaceholder: '输入事项名称',
  searching: '正在查找', clear: '清除',
  phrases: '常用语',
  files: {
    upload: '上传文件', drop: '把文件拖到这里，或点击选择', remove: '移除', uploading: '正在上传', retry: '重试', open: '查看', download: '下载',
    limit: (count: number) => `最多 ${count} 个文件，每个不超过 20 MB`,
    tooBig: '文件超过 20 MB，请压缩或拆分后再上传。',
    viewer: {
      zoomIn: '放大', zoomOut: '缩小', fit: '适合宽度', rotate: '旋转', previous: '上一个文件', next: '下一个文件', newTab: '在新窗口打开', download: '下载',
      none: '没有可查看的文件', noPreview: '这种格式不能在浏览器中预览', noPreviewDetail: '请下载后用相应软件打开。', loading: '正在打开文件……', print: '打印',
    },
  },
  devices: {
    title: '窗口设备', use: '使用这台电脑上的窗口设备', lead: '身份证阅读器、高拍仪、签名板由本机的设备服务接入。没有设备也能办理：手工填写、上传文件、在屏幕上签名。', address: '设备服务地址', badAddress: '只能填写本机地址，例如 http://127.0.0.1:18600。', save: '保存', look: '重新检测', none: '服务没有报告任何设备。',
    off: '未启用', ready: '设备正常', some: (names: string) => `${names}不能用`, away: '设备服务没有应答', serviceAway: '请看这台电脑上的设备服务程序是不是开着；其间照样办理，恢复后自动接上。',
    readCard: '读身份证', reading: '正在读取，请把身份证放在读卡区', cardRead: (name: string) => `已读取${name}的身份证`, expired: (date: string) => `这张身份证的有效期到 ${date}，已经过期，请核对。`,
    scan: '高拍仪', signPad: '用签名板签名', signing: '请在签名板上签名', stopSigning: '取消',
    trouble: {
      'away': () => '本机的设备服务没有应答', 'late': (device: string) => `${device}没有在规定时间内应答`, 'garbled': (device: string) => `${device}的应答看不懂，请联系设备厂家`, 'cancelled': () => '签名已取消', 'no-card': () => '没有放好身份证', 'unreadable-card': () => '读不出这张证件',
      'busy': (device: string) => `${device}正忙`, 'offline': (device: string) => `${device}没有应答`, 'no-paper': (device: string) => `${device}缺纸`, 'fault': (device: string) => `${device}有故障`, 'not-allowed': () => '本机的设备服务没有允许这个网站使用设备，请联系管理员',
    },
    pad: { name: '签名板', clear: '重签' },
    byHand: { 'card-reader': '请照证件手工填写', 'camera': '请上传文件，或者收取纸质件', 'signature-pad': '请在屏幕上签名', 'printer': '请检查打印机后再打印' },
    camera: {
      title: (material: string) => `高拍：${material}`, take: '拍一页', taking: '正在拍', none: '把材料放在镜头下，拍第一页。', page: (index: number) => `第 ${index} 页`, left: '左转', right: '右转', retake: '重拍', remove: '删除', before: '前移', after: '后移', done: (count: number) => `完成，上传 ${count} 页`, cancel: '放弃', lose: '放弃已拍的页面？',
      room: (count: number) => `这份材料只能再放 ${count} 个文件，又不收 PDF；请只留 ${count} 页。`, failed: '页面没有合成，请再试一次。',
    },
  },
  staff: { placeholder: '输入姓名查找', none: '没有找到；只能选择您权限范围内的工作人员' },
  transfer: { title: '转办', to: '转给谁', reason: '转办原因', confirm: '确认转办', done: '已转办', placeholder: '输入姓名或者部门查找，本单位的在前', none: '没有找到；只列出办得了这一步的工作人员', nobody: '没有其他人办得了这一步', failed: '没有取到名单，请再打开一次', more: '只列出前 50 位，请输入姓名或者部门查找。' },
  items: {
    material: '选择标准材料', licenceType: '选择证照类型', licenceTypes: '选择一种或几种证照', retiredType: (name: string, code: string) => `${name}（${code}，已停用）`, newLicenceType: '新建证照类型', region: '全部区划',
    mending: { start: '去修改', notDraft: '这个事项的版本正在审核或等待发布，退回后才能修改。' },
  },
  review: {
    title: '审核', opinion: '审核意见', approve: '审核通过', return: '退回修改', decisions: { approve: '通过', return: '退回' }, mine: '待您审核', waiting: '等待审核', anyone: '等待有审核权限的人员审核。', cancelled: '审核已撤回。', submitted: '提交',
  },
  comments: {
    onlyOpen: '只看未处理的', none: '没有批注。', remark: '批注', remarkOn: (label: string) => `批注 ${label}`, text: '批注内容：哪里不清楚、应当怎样改', needText: '请写明哪里不清楚、应当怎样改。', add: '添加批注', answer: '回复，回车发送', resolve: '标为已处理', reopen: '重新打开', look: '去看',
    resolvedBy: (who: string) => `${who}已处理`,
  },
  merge: {
    title: (who: string) => `${who || '其他人'}同时修改了同样的内容，请逐项选择`, lead: '没有冲突的修改已合并。选定之前您的内容保存在本机，不会丢失。',
    base: '修改前', mine: '我的', theirs: (who: string) => `${who || '对方'}的`, apply: '按选择合并并保存', allMine: '全部用我的', allTheirs: (who: string) => `全部用${who || '对方'}的`, remaining: (count: number) => `还有 ${count} 项没有选择`,
  },
  page: {
    unavailable: '打不开这一页', back: '返回', home: '回到首页', refresh: '刷新',
    forbidden: '您没有这个页面的权限', forbiddenDetail: '如工作需要，请联系本单位的安全管理员授权。',
  },
  confirm: { cancel: '取消' },
  versions: {
    draft: '草稿', discard: '放弃草稿', discarded: '已放弃草稿', publish: '发布', undo: '撤销', redo: '重做', newDraft: '新建草稿', draftFrom: '以它为基础新建草稿', drafted: (number: number) => `已新建第 ${number} 版草稿`,
    number: (number: number) => `第 ${number} 版`, publishedBy: (at: string, who: string) => `${at} ${who} 发布`, changedBy: (at: string, who: string) => `${at} ${who} 修改`,
    states: { saved: (at: string) => `已保存 ${at}`, waiting: '正在编辑…', saving: '正在保存…', offline: '网络连接不上，内容保存在本机，恢复后自动保存', failed: '没有保存', conflict: '有冲突，请选择', closed: '' },
    merged: (who: string) => `已合并${who || '其他人'}刚才保存的修改`, lastChanged: (who: string) => `最后修改：${who}`, note: (note: string) => `修改说明：${note}`,
    obstacles: (count: number) => `还有 ${count} 处要修改`, toPublish: '可以发布了', otherPublishes: '最后修改的人不能自己发布，请由另一名有发布权限的人员核对后发布。', askPublisher: '请由有发布权限的人员核对后发布。',
    blocked: (count: number) => `有 ${count} 处要修改，才能发布`, ready: '没有要修改的地方了。最后修改的人不能自己发布，请由另一名有发布权限的人员打开本页，核对后发布。', table: { version: '版本', state: '状态', changed: '修改', published: '发布', note: '修改说明', this: '（当前）' },
    by: (at: string, who: string) => `${at} ${who}`, only: '只有一个版本，没有可以比较的。', compare: (number: number) => `第 ${number} 版与`, option: (number: number, state: string) => `第 ${number} 版（${state}）比较`,
  },
  purpose: {
    title: '查看完整信息', lead: '身份证号、手机号等将完整显示。请填写用途；查看会被记录，当事人可以查询。', label: '用途', confirm: '查看并留痕',
    options: ['核对申请人身份', '审查申请材料', '联系申请人补正', '送达办理结果'],
  },
  samples: { open: '样本', title: '审查样本' },
  decisions: { noRules: '没有运行规则。', hit: (number: number) => `第 ${number} 行`, passed: '通过', failed: '没有通过' },
};
