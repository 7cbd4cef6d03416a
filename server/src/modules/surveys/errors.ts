import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'surveys.survey-not-found': { kind: 'not-found', title: '没有找到这张调研表', detail: '它可能不在您的查看范围内；请从调研表列表重新进入。' },
  'surveys.task-not-found': { kind: 'not-found', title: '没有找到这个调研任务', detail: '它可能不在您的查看范围内；请从任务列表重新进入。' },
  'surveys.answer-not-found': { kind: 'not-found', title: '没有找到这个事项的填报', detail: '请从调研任务重新进入。' },
  'surveys.subject-not-found': { kind: 'not-found', title: '没有找到这个梳理对象', detail: '请从梳理进度重新进入。' },
  'surveys.subject-derived': { kind: 'rule-violated', title: '一件事的阶段随它的配置、审核和发布自动更新', detail: '请在一件事目录里办理，进度随后更新。' },
  'surveys.stale': { kind: 'conflict', title: '内容刚刚被其他人修改', detail: '请刷新后查看最新内容，再继续；您填写的内容请先复制保存。' },
  'surveys.state-refused': { kind: 'rule-violated', title: '“{state}”的{what}不能{action}', detail: '请刷新页面，按当前可用的操作继续。' },
  'surveys.survey-over': { kind: 'rule-violated', title: '这次调研已经结束', detail: '如需补充，请联系编制调研表的人员。' },
  'surveys.unknown-element': { kind: 'invalid', title: '没有“{element}”这个要素，或者它不能用表格填报', detail: '请从要素列表中选择。' },
  'surveys.unknown-department': { kind: 'invalid', title: '有的部门不存在，或不在您的管理范围内', detail: '请重新选择部门。' },
  'surveys.due-in-past': { kind: 'invalid', title: '截止日期已经过去', detail: '请选择今天以后的日期。' },
  'surveys.no-items': { kind: 'rule-violated', title: '所选部门没有符合条件的事项', detail: '请调整部门或事项类型后再下发。' },
  'surveys.not-complete': { kind: 'rule-violated', title: '还有 {count} 个事项没有填报', detail: '请逐个填报，不需要修改的标明“确认无误”，再确认。' },
  'surveys.bad-answer': { kind: 'invalid', title: '填报的内容有 {count} 处需要修改', detail: '请按提示修改后重新保存。' },
  'surveys.one-file': { kind: 'invalid', title: '每次请上传一个文件', detail: '请选择下载的调研表。' },
  'surveys.nothing-to-adopt': { kind: 'rule-violated', title: '没有可以采用的修改', detail: '请选择有修改、还没有采用的要素。' },
  'surveys.locked': { kind: 'rule-violated', title: '“{label}”由上级清单统一规定，不能采用', detail: '请去掉这个要素后再采用。' },
});
