/** The actions that a workflow uses beside Benchgate, each at the commit of a release. */
export const ACTIONS = {
  'actions/checkout': { commit: '8e8c483db84b4bee98b60c0593521ed34d9990e8', version: 'v6.0.1' },
  'actions/deploy-pages': { commit: 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128', version: 'v5.0.0' },
  'actions/setup-dotnet': { commit: '26b0ec14cb23fa6904739307f278c14f94c95bf1', version: 'v5.4.0' },
  'actions/setup-go': { commit: '4a3601121dd01d1626a1e23e37211e3254c1c06c', version: 'v6.4.0' },
  'actions/setup-java': { commit: 'be666c2fcd27ec809703dec50e508c2fdc7f6654', version: 'v5.2.0' },
  'actions/setup-node': { commit: '2028fbc5c25fe9cf00d9f06a71cc4710d4507903', version: 'v6.0.0' },
  'actions/setup-python': { commit: 'ece7cb06caefa5fff74198d8649806c4678c61a1', version: 'v6.3.0' },
  'actions/upload-artifact': { commit: 'b7c566a772e6b6bfb58ed0dc250532a479d7789f', version: 'v6.0.0' },
  'actions/upload-pages-artifact': { commit: 'fc324d3547104276b827a68afc52ff2a11cc49c9', version: 'v5.0.0' },
  'oven-sh/setup-bun': { commit: '0c5077e51419868618aeaa5fe8019c62421857d6', version: 'v2.2.0' },
  'pnpm/action-setup': { commit: 'fc06bc1257f339d1d5d8b3a19a8cae5388b55320', version: 'v5.0.0' },
} as const

export type ActionName = keyof typeof ACTIONS
