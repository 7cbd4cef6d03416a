export const zhCN = {
  title: '材料识别', tabs: { types: '智审目录', samples: '样本', models: '分类模型' }, cancel: '取消', reset: '清除条件', search: '材料名称', anyState: '全部状态', anyType: '全部材料', anyOrigin: '全部来源', none: '—', percent: (share: number) => `${Math.round(share * 100)}%`,
  engine: {
    ready: (name: string, version: string) => `文字识别：${name} ${version}`, missing: '没有可用的文字识别',
    figures: (read: number, failed: number, corrected: number) => `近 30 日识别 ${read} 个文件，没有识别成功 ${failed} 个，人工更正 ${corrected} 个`, median: (seconds: number) => `，从上传到出结果的中位数 ${seconds} 秒`,
    model: (number: number | null) => (number === null ? '按标志词判断材料' : `分类模型第 ${number} 版`),
  },
  columns: { name: '材料', state: '状态', materials: '用于申请材料', fields: '字段', regions: '已画区域', typeThreshold: '类型阈值', fieldThreshold: '内容阈值', samples: '样本', edited: '最近编辑', excerpt: '文字（已去除个人信息）', origin: '来源', labelled: '标注', version: '版本', accuracy: '测试准确率', sampleCount: '训练样本', trained: '训练', activated: '启用', actions: '操作' },
  emptyTypes: ['智审目录还没有材料', '选择“添加材料”，写明名称、标志词和要读取的内容。'], emptySamples: ['还没有标注样本', '工作人员在办件中更正识别结果后，样本会出现在这里。'], emptyModels: ['还没有训练过分类模型', '在此之前按标志词判断材料。样本够数后选择“训练新版本”。'],
  add: '添加材料', addTitle: '添加识别材料', code: '代码', codeHint: '小写字母、数字和短横线，保存后不能修改。', codeLack: '请填写代码：以小写字母开头，至少 2 个字符。', create: '添加', created: '已添加，完善规则后启用',
  type: {
    back: '智审目录', save: '保存', saved: '已保存', unsaved: '有修改没有保存', version: (n: number) => `第 ${n} 次修改`, edited: (name: string, at: string) => `${name} ${at} 编辑`, state: '启用识别', on: '启用', off: '未启用',
    basics: '识别规则', name: '材料名称', materialNames: '用于申请材料', materialNamesHint: '申请材料的名称以这些词结尾的，按这种材料核对，例如“身份证”也用于“法定代表人身份证”。', marks: '标志词', marksHint: '这种材料上印有的词。没有分类模型时，按找到的比例判断是不是这种材料。',
    licenceTypes: '对应的电子证照', licenceTypesHint: '读到的编号与申请人在平台上的这些证照比对。', typeThreshold: '类型可信度阈值', typeThresholdHint: '达到才认定是这种材料。', fieldThreshold: '内容可信度阈值', fieldThresholdHint: '低于它的差异不提示申请人，只标“把握不大”。',
    fields: '读取内容', addField: '添加内容', field: '内容', label: '名称', key: '代码', kind: '写法', anchors: '前面印的字', elements: '比对的数据元', required: '应当有', notPast: '不得过期', remove: '删除', newField: '新内容', noFields: '还没有要读取的内容。', labelLack: '请填写名称。', keyLack: '代码以小写字母开头，只用字母和数字。', anyLack: (n: number) => `有 ${n} 处需要填写`,
    nameLack: '请填写材料名称。', materialNamesLack: '请至少填写一个申请材料名称。', marksLack: '请至少填写一个标志词。',
    template: '识别模板', templateHint: '上传一张端正的空白或者虚构样本，在上面为每项内容框出位置。画了区域的先在区域内读取，没有的按前面印的字查找。不要上传真实证件。', upload: '样本图片', replace: '更换样本图片', draw: (label: string) => `为“${label}”画区域`, drawHint: '先在左侧选择内容，再在图片上拖动；也可以直接填写百分比。', clear: '清除区域', left: '左', top: '上', width: '宽', height: '高', region: '区域', noRegion: '没有区域', chooseField: '选择要框出的内容',
    dropFields: '更换样本图片会清除已画的区域。', readOnly: '您可以查看，编辑由事项管理人员进行。', stale: '刚刚被其他人修改，请刷新后再改。',
  },
  samples: { label: '标注', labelTitle: '标注样本', kind: '这是什么材料', other: '不在目录中的材料', excluded: '不用于训练', excludedTag: '不用于训练', saved: '已标注', ok: '保存' },
  models: {
    train: '训练新版本', trained: '已开始训练，完成后列出测试结果', activate: '启用', deactivate: '停用', activated: '已启用', deactivated: '已停用，改按标志词判断', number: (n: number) => `第 ${n} 版`, accuracy: (right: number, tested: number) => `${((right / tested) * 100).toFixed(1)}%（${right}/${tested}）`, notTested: '没有留出测试样本',
    untestedOf: (untested: number, all: number) => `${all} 种材料中有 ${untested} 种没有测试样本`, untested: (names: string) => `${names}。准确率不包括这些材料，启用前请为它们多标注一些样本，再训练一次。`,
    matrix: '混淆表', matrixHint: '行是人工标注，列是模型判断；对角线是判断正确的。测试样本没有参加训练。', none: '都不是', person: '人工＼模型', show: '测试结果', trainHint: '按字对的朴素贝叶斯分类。四分之一样本按编号散列留作测试，不参加训练。', activateTitle: (n: number) => `启用第 ${n} 版？`, activateLead: '以后识别的材料按这一版判断；现在启用的版本保留，随时可以退回。', deactivateTitle: '停用分类模型？', deactivateLead: '以后识别的材料按标志词判断，版本保留。',
  },
};
