import type { LegalBasis } from '../../../modules/catalog/contract.ts';

const regulation = { lawName: '城市道路管理条例', documentNumber: '国务院令第198号公布，2019年3月24日修订' };

export const roadRegulation30: LegalBasis = {
  ...regulation, clauseNumber: '第三十条',
  clauseContent: '未经市政工程行政主管部门和公安交通管理部门批准，任何单位或者个人不得占用或者挖掘城市道路。',
};

export const roadRegulation31: LegalBasis = {
  ...regulation, clauseNumber: '第三十一条',
  clauseContent: '因特殊情况需要临时占用城市道路的，须经市政工程行政主管部门和公安交通管理部门批准，方可按照规定占用。经批准临时占用城市道路的，不得损坏城市道路；占用期满后，应当及时清理占用现场，恢复城市道路原状；损坏城市道路的，应当修复或者给予赔偿。',
};

export const roadRegulation33: LegalBasis = {
  ...regulation, clauseNumber: '第三十三条',
  clauseContent: '因工程建设需要挖掘城市道路的，应当提交城市规划部门批准签发的文件和有关设计文件，经市政工程行政主管部门和公安交通管理部门批准，方可按照规定挖掘。新建、扩建、改建的城市道路交付使用后5年内、大修的城市道路竣工后3年内不得挖掘；因特殊情况需要挖掘的，须经县级以上城市人民政府批准。',
};

export const roadRegulation37: LegalBasis = {
  ...regulation, clauseNumber: '第三十七条第一款',
  clauseContent: '占用或者挖掘由市政工程行政主管部门管理的城市道路的，应当向市政工程行政主管部门交纳城市道路占用费或者城市道路挖掘修复费。',
};

export const trafficSafetyLaw32: LegalBasis = {
  lawName: '中华人民共和国道路交通安全法', documentNumber: '2021年4月29日修正', clauseNumber: '第三十二条第一款',
  clauseContent: '因工程建设需要占用、挖掘道路，或者跨越、穿越道路架设、增设管线设施，应当事先征得道路主管部门的同意；影响交通安全的，还应当征得公安机关交通管理部门的同意。',
};
