import type { LegalBasis } from '../../../modules/catalog/contract.ts';

const law = { lawName: '中华人民共和国食品安全法', documentNumber: '中华人民共和国主席令第21号公布，2025年9月12日修正' };

export const foodSafetyLaw35: LegalBasis = {
  ...law, clauseNumber: '第三十五条第一款',
  clauseContent: '国家对食品生产经营实行许可制度。从事食品生产、食品销售、餐饮服务，应当依法取得许可。但是，销售食用农产品和仅销售预包装食品的，不需要取得许可。仅销售预包装食品的，应当报所在地县级以上地方人民政府食品安全监督管理部门备案。',
};

export const foodSafetyLaw35Review: LegalBasis = {
  ...law, clauseNumber: '第三十五条第二款',
  clauseContent: '县级以上地方人民政府食品安全监督管理部门应当依照《中华人民共和国行政许可法》的规定，审核申请人提交的本法第三十三条第一款第一项至第四项规定要求的相关资料，必要时对申请人的生产经营场所进行现场核查；对符合规定条件的，准予许可；对不符合规定条件的，不予许可并书面说明理由。',
};
