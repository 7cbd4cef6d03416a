import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'data-elements.not-found': { kind: 'not-found', title: '没有找到这个数据元', detail: '它可能已被删除；请在数据元字典里重新查找。' },
  'data-elements.code-taken': { kind: 'conflict', title: '已经有代码是“{code}”的数据元', detail: '请直接使用它，或者换一个代码。' },
  'data-elements.stale': { kind: 'conflict', title: '这个数据元刚被别人修改', detail: '请刷新后核对，再保存。' },
  'data-elements.in-use': { kind: 'rule-violated', title: '有 {count} 个表单正在使用这个数据元，不能删除', detail: '正在使用的有：{forms}。请先在这些表单里改绑或解除绑定。' },
  'data-elements.type-in-use': { kind: 'rule-violated', title: '有 {count} 个表单的控件放不下“{type}”，不能改类型', detail: '这些表单是：{forms}。请先修改这些表单里的控件，或另建一个数据元。' },
  'data-elements.dictionary-in-use': { kind: 'rule-violated', title: '有 {count} 个表单用的是别的代码表，不能改代码表', detail: '这些表单是：{forms}。请先修改这些表单里的选项，或另建一个数据元。' },
  'data-elements.length-order': { kind: 'invalid', title: '最短长度大于最长长度', detail: '请核对长度范围。' },
  'data-elements.dictionary-missing': { kind: 'invalid', title: '代码类型的数据元请选择代码表', detail: '从已有的代码表中选择一个。' },
  'data-elements.dictionary-unknown': { kind: 'invalid', title: '没有代码表“{dictionary}”', detail: '请从已有的代码表中选择。' },
  'data-elements.source-doubled': { kind: 'invalid', title: '来源“{source}”重复了', detail: '同一个来源只列一次。' },
  'data-elements.source-unknown': { kind: 'invalid', title: '来源“{source}”不存在', detail: '请从用户空间信息、证照目录、数据共享接口目录中选择。' },
  'data-elements.service-stale': { kind: 'conflict', title: '这个数据共享接口刚被别人修改', detail: '请刷新后核对，再保存。' },
});
