/** Words of the management of forms, of what they share, and of the dictionary of data elements. */
export const zhCN = {
  title: '表单管理', reset: '清空条件', cancel: '取消', save: '保存', close: '关闭', none: '—',
  tabs: { forms: '表单', parts: '公共字段组', elements: '数据元', services: '数据共享接口' },
  forms: {
    search: '表单、事项或部门名称', state: '状态', anyState: '全部状态', part: '公共字段组', anyPart: '不限字段组', somePart: '用了公共字段组', own: '只看本单位', element: (code: string) => `绑定数据元：${code}`,
    states: { 'draft': '草稿', 'in-review': '审核中', 'approved': '审核通过', 'published': '已发布' },
    columns: { form: '表单', item: '事项', version: '版本', state: '状态', fields: '字段', bound: '绑定数据元', uses: '用在哪里', parts: '公共字段组', saved: '最近保存', act: '操作' },
    version: (number: number) => `第 ${number} 版`, broken: '结构有问题',
    uses: { usual: () => '默认表单', situation: (name: string) => `情形“${name}”`, material: (name: string) => `材料“${name}”`, sample: (name: string) => `“${name}”的样例` }, unused: '没有用到',
    part_: (name: string, revision: number) => `${name}（第 ${revision} 版）`,
    start: '用作新表单', empty: ['还没有表单', '在事项的编制页里添加表单。'],
    startTitle: (name: string) => `以“${name}”为起点`, startLead: '字段、规则、数据元绑定和公共字段组都带过去，之后各改各的。加到哪个事项的草稿里？', target: '事项的草稿', targetSearch: '输入事项名称查找草稿', noDrafts: '没有找到您能修改的草稿。请先在事项清单里新建版本。', name: '新表单的名称', nameMissing: '请填写表单名称。', targetMissing: '请选择一个草稿。', create: '添加并打开设计器', done: '已添加表单',
  },
  parts: { lead: '几个表单共用的分组。在表单设计里插入；改了以后，各表单的编制人员决定是否换成新版。', columns: { name: '名称', revision: '版本', fields: '字段', saved: '最近保存' }, revision: (number: number) => `第 ${number} 版`, forms: '看用它的表单', empty: ['还没有公共字段组', '在表单设计里选中一个分组，“存入公共字段库”。'] },
  elements: {
    search: '名称、代码、含义或数据库字段', add: '新增数据元', type: '类型', anyType: '全部类型', sensitivity: '敏感程度', anySensitivity: '全部敏感程度', source: '来源', anySource: '全部来源', noSource: '没有来源', used: '使用', anyUsed: '不限使用', usedYes: '有表单在用', usedNo: '没有表单用',
    columns: { code: '代码', name: '名称', type: '类型', format: '格式', sensitivity: '敏感程度', sources: '自动填入的来源，依次', forms: '表单数', edited: '最近修改' },
    empty: ['没有数据元', '新增一个，表单就可以绑定它。'], addTitle: '新增数据元', editTitle: (name: string) => `数据元：${name}`, saved: '已保存', removed: '已删除',
    code: '代码', codeHint: '如 company.address；用点分开，英文字母开头。定了不能改。', codeLack: '请填写形如 company.address 的代码。', name: '名称', nameLack: '请填写名称。', definition: '含义', format: '写法', formatHint: '如“18 位”，给填写人看。', minLength: '最短', maxLength: '最长', dictionary: '代码表', databaseField: '数据库字段', databaseFieldHint: '存放它的库表字段，如 identity.person.name。', controls: (names: string) => `可以绑定的控件：${names}`,
    sources: '自动填入的来源', sourcesHint: '从上到下依次取，有内容的第一个填入；表单的栏目可以另定次序。用户空间以外的来源，申请人同意后才读取。', addSource: '加来源', up: (label: string) => `先取“${label}”`, down: (label: string) => `后取“${label}”`, dropSource: (label: string) => `去掉“${label}”`, noSources: '没有来源，由申请人填写。',
    fact: '信息', licenceType: '证照类型', licenceValue: '取哪一项', faceLine: '照面上的一行', faceLabel: '照面项目名称，如“经营场所”', service: '接口', fieldLabel: '接口返回的字段名', past: '同一申请人最近一次填写的这个数据元', sourceLack: '来源没有填完整。',
    uses: (count: number) => `谁在用（${count} 个表单）`, unused: '没有表单使用。', use: (item: string, form: string) => `${item}：${form}`, useFields: (labels: string) => `栏目：${labels}`, remove: '删除', removeTitle: (name: string) => `删除“${name}”？`, removeLead: '删除后不能再绑定它。', readOnly: '数据元字典由全局管理员维护，您可以查看。',
  },
  services: {
    connected: '已接入数据共享平台。申请人同意后，按数据元的来源查询。', notConnected: '没有接入数据共享平台（没有设置 DATA_SHARING_URL）：不会查询，也不会询问申请人。', add: '登记接口', columns: { code: '代码', name: '名称', provider: '提供部门', state: '状态', edited: '最近修改' }, on: '启用', off: '停用', addTitle: '登记数据共享接口', editTitle: (name: string) => `数据共享接口：${name}`, code: '代码', codeLack: '请填写小写字母开头的代码，如 company-registration。', name: '名称', nameLack: '请填写名称。', provider: '提供部门', providerLack: '请填写提供部门。', enabled: '启用', saved: '已保存', empty: ['还没有登记接口', '登记后可以选作数据元的来源。'],
  },
};
