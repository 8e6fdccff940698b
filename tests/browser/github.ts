/**
 * A stand-in for GitHub over a real repository: the calls that the form makes, REST and GraphQL, answered by git from a
 * bare repository. Pull requests, which git does not know, are kept here.
 */
import { execFileSync } from 'node:child_process';
import type { BrowserContext, Route } from '@playwright/test';
import { buildSchema, graphql } from 'graphql';

export interface PullRequest {
  number: number;
  title: string;
  branch: string;
  state: 'OPEN' | 'MERGED' | 'CLOSED';
  isDraft: boolean;
  labels: string[];
}

export interface GitHub {
  /** Runs git in the bare repository and gives what it prints, without the last line break. */
  git: (...args: string[]) => string;
  pullRequests: PullRequest[];
  /** Merges a pull request, as a reviewer does, and gives the commit. */
  merge: (number: number, title?: string) => string;
  /** What was asked and could not be answered. */
  unanswered: string[];
}

const person = { login: 'asha', id: 7, name: 'Asha Example', email: 'asha@example.org', html_url: '', avatar_url: '' };
const identity = { NAME: person.name, EMAIL: person.email, DATE: '2026-11-23T12:00:00Z' };
const environment = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((role) => Object.entries(identity).map(([key, is]) => [`GIT_${role}_${key}`, is])),
);

const schema = buildSchema(`
  type Query { repository(owner: String!, name: String!): Repository }
  type Mutation {
    createRef(input: CreateRefInput!): CreateRef
    createCommitOnBranch(input: CreateCommitOnBranchInput!): CreateCommit
    markPullRequestReadyForReview(input: MarkPullRequestReadyForReviewInput!): ChangePullRequest
    convertPullRequestToDraft(input: ConvertPullRequestToDraftInput!): ChangePullRequest
  }
  input CreateRefInput { repositoryId: ID!, name: String!, oid: String! }
  input BranchInput { repositoryNameWithOwner: String!, branchName: String! }
  input AdditionInput { path: String!, contents: String! }
  input DeletionInput { path: String! }
  input FileChangesInput { additions: [AdditionInput!], deletions: [DeletionInput!] }
  input MessageInput { headline: String! }
  input CreateCommitOnBranchInput {
    branch: BranchInput!, expectedHeadOid: String!, fileChanges: FileChangesInput!, message: MessageInput!
  }
  input MarkPullRequestReadyForReviewInput { pullRequestId: ID! }
  input ConvertPullRequestToDraftInput { pullRequestId: ID! }
  input Order { field: OrderField, direction: Direction }
  enum OrderField { CREATED_AT UPDATED_AT }
  enum Direction { ASC DESC }
  enum State { OPEN CLOSED MERGED }
  type CreateRef { ref: Ref }
  type CreateCommit { commit: Commit }
  type ChangePullRequest { pullRequest: PullRequest }
  type Repository {
    id: ID!
    ref(qualifiedName: String!): Ref
    object(oid: String, expression: String): GitObject
    pullRequests(
      states: [State!], labels: [String!], headRefName: String, first: Int, orderBy: Order
    ): PullRequests
  }
  type Ref { name: String, target: GitObject }
  interface GitObject { oid: String! }
  type Blob implements GitObject {
    oid: String!, text: String, byteSize: Int, isBinary: Boolean, isTruncated: Boolean
  }
  type Commit implements GitObject {
    oid: String!
    message: String
    committedDate: String
    author: Actor
    history(first: Int, path: String): Commits
    file(path: String!): File
    status: Status
    deployments(last: Int, orderBy: Order): Deployments
    checkSuites(last: Int): CheckSuites
  }
  type Commits { nodes: [Commit!] }
  type File { oid: String }
  type Actor { name: String, email: String, avatarUrl: String, user: User }
  type Status { contexts: [Context!] }
  type Context { context: String, state: String, targetUrl: String, description: String }
  type Deployments { nodes: [Deployment!] }
  type Deployment { environment: String, latestStatus: DeploymentStatus }
  type DeploymentStatus { state: String, environmentUrl: String, description: String }
  type CheckSuites { nodes: [CheckSuite!] }
  type CheckSuite { checkRuns(last: Int): CheckRuns }
  type CheckRuns { nodes: [CheckRun!] }
  type CheckRun { name: String, status: String, conclusion: String, detailsUrl: String, summary: String }
  type PullRequests { totalCount: Int, nodes: [PullRequest!] }
  type PullRequest {
    id: ID!, number: Int, title: String, url: String, isDraft: Boolean, isCrossRepository: Boolean
    createdAt: String, updatedAt: String, headRefName: String, headRefOid: String
    author: User
    labels(first: Int): Labels
    files(first: Int): ChangedFiles
  }
  type User { login: String, name: String, email: String, databaseId: Int, avatarUrl: String }
  type Labels { nodes: [Label!] }
  type Label { name: String }
  type ChangedFiles { nodes: [ChangedFile!] }
  type ChangedFile { path: String, changeType: String }
`);

interface Commit {
  oid: string;
  history: (asked: { first: number; path?: string }) => { nodes: Commit[] };
}

/** Answers every call to GitHub that pages of `context` make, and their way through the sign-in service. */
export async function standInForGitHub(
  context: BrowserContext,
  { repository, directory, branch }: { repository: string; directory: string; branch: string },
): Promise<GitHub> {
  const run = (args: string[], input?: string | Buffer, index?: string): string =>
    execFileSync('git', args, {
      cwd: directory,
      input: input ?? '',
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, ...environment, ...(index ? { GIT_INDEX_FILE: index } : {}) },
      maxBuffer: 1e8,
    }).trimEnd();
  const git = (...args: string[]): string => run(args);
  const found = (name: string): string | undefined => {
    try {
      return git('rev-parse', '--verify', '--quiet', name);
    } catch {
      return undefined;
    }
  };
  const pullRequests: PullRequest[] = [];
  const unanswered: string[] = [];
  const numbered = (number: number): PullRequest => pullRequests.find((one) => one.number === number)!;
  const user = { login: person.login, name: person.name, email: person.email, databaseId: person.id };

  // A commit, and what it holds, never changes, so each is asked of git once.
  const once = <T>(make: (key: string) => T) => {
    const made = new Map<string, T>();
    return (key: string): T => made.get(key) ?? made.set(key, make(key)).get(key)!;
  };
  /** The commits that lead to one, the last first, each with the files that it changed. */
  const changes = once((oid) =>
    git('log', '--root', '--format=%x00%H', '--name-only', oid)
      .split('\0')
      .slice(1)
      .map((text) => text.split('\n').filter(Boolean)),
  );
  const commit: (oid: string) => Commit = once((oid) => commitOf(oid));
  const commits = new Set<string>();
  const commitOf = (oid: string): Commit & Record<string, unknown> => {
    commits.add(oid);
    const [message, committedDate, name, email] = git('log', '-1', '--format=%B%x00%cI%x00%an%x00%ae', oid).split('\0');
    return {
      __typename: 'Commit',
      oid,
      message: message?.trim(),
      committedDate,
      author: { name, email, user },
      history: ({ first, path }) => ({
        nodes: changes(oid)
          .filter(([, ...files]) => !path || files.includes(path))
          .slice(0, first)
          .map(([sha]) => commit(sha!)),
      }),
      file: ({ path }: { path: string }) => ({ oid: found(`${oid}:${path}`) }),
    };
  };
  const blob = once((oid) => {
    const text = execFileSync('git', ['cat-file', 'blob', oid], { cwd: directory, encoding: 'utf8' });
    return { __typename: 'Blob', oid, byteSize: Buffer.byteLength(text), text, isBinary: false, isTruncated: false };
  });
  const refOf = (name: string) => {
    const oid = found(`refs/heads/${name.replace('refs/heads/', '')}`);
    return oid && { name, target: commit(oid) };
  };
  const shown = (one: PullRequest) => ({
    ...one,
    id: `PR_${one.number}`,
    url: `https://github.com/${repository}/pull/${one.number}`,
    isCrossRepository: false,
    createdAt: identity.DATE,
    updatedAt: identity.DATE,
    headRefName: one.branch,
    headRefOid: found(one.branch),
    author: user,
    labels: { nodes: one.labels.map((name) => ({ name })) },
    files: {
      nodes: git('diff', '--name-status', `${branch}...${one.branch}`)
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t'))
        .map(([kind, path]) => ({ path, changeType: { A: 'ADDED', D: 'DELETED' }[kind ?? ''] ?? 'CHANGED' })),
    },
  });
  const merge = (number: number, title = 'Merge'): string => {
    const one = numbered(number);
    const tree = git('merge-tree', '--write-tree', branch, one.branch);
    const oid = git('commit-tree', tree, '-p', branch, '-p', one.branch, '-m', title);
    git('update-ref', `refs/heads/${branch}`, oid);
    one.state = 'MERGED';
    return oid;
  };
  const changeDraft =
    (isDraft: boolean) =>
    ({ input }: { input: { pullRequestId: string } }) => {
      const one = numbered(Number(input.pullRequestId.slice(3)));
      one.isDraft = isDraft;
      return { pullRequest: shown(one) };
    };

  interface CommitInput {
    branch: { branchName: string };
    expectedHeadOid: string;
    fileChanges: { additions?: { path: string; contents: string }[]; deletions?: { path: string }[] };
    message: { headline: string };
  }
  const root = {
    repository: () => ({
      id: 'R_1',
      ref: ({ qualifiedName }: { qualifiedName: string }) => refOf(qualifiedName),
      object: ({ oid, expression }: { oid?: string; expression?: string }) => {
        const object = oid ?? found(expression ?? '');
        return object && (commits.has(object) ? commit(object) : blob(object));
      },
      pullRequests: (asked: { states?: string[]; labels?: string[]; headRefName?: string }) => {
        const nodes = pullRequests.filter(
          (one) =>
            (asked.states ?? [one.state]).includes(one.state) &&
            (!asked.labels || asked.labels.some((label) => one.labels.includes(label))) &&
            (asked.headRefName ?? one.branch) === one.branch,
        );
        return { totalCount: nodes.length, nodes: nodes.map(shown) };
      },
    }),
    createRef: ({ input: { name, oid } }: { input: { name: string; oid: string } }) => {
      if (found(name)) throw new Error(`A ref named "${name}" already exists in the repository.`);
      git('update-ref', name, oid);
      return { ref: refOf(name) };
    },
    createCommitOnBranch: ({ input }: { input: CommitInput }) => {
      const { branchName } = input.branch;
      const index = `${directory}/index-${branchName.replaceAll('/', '-')}`;
      run(['read-tree', input.expectedHeadOid], '', index);
      for (const { path, contents } of input.fileChanges.additions ?? []) {
        const oid = run(['hash-object', '-w', '--stdin'], Buffer.from(contents, 'base64'));
        run(['update-index', '--add', '--cacheinfo', `100644,${oid},${path}`], '', index);
      }
      for (const { path } of input.fileChanges.deletions ?? [])
        run(['update-index', '--force-remove', path], '', index);
      const tree = run(['write-tree'], '', index);
      const oid = git('commit-tree', tree, '-p', input.expectedHeadOid, '-m', input.message.headline);
      git('update-ref', `refs/heads/${branchName}`, oid, input.expectedHeadOid);
      return { commit: commit(oid) };
    },
    markPullRequestReadyForReview: changeDraft(false),
    convertPullRequestToDraft: changeDraft(true),
  };

  /** The answer to a REST call: a status and what is sent back. */
  const rest = (method: string, path: string, body: Record<string, unknown>): [number, unknown] => {
    const at = `/repos/${repository}`;
    const call = `${method} ${path.replace(at, '')}`;
    const number = Number(/\/(?:pulls|issues)\/(\d+)/.exec(path)?.[1]);
    if (call === 'GET /user') return [200, person];
    if (call === `GET /collaborators/${person.login}`) return [204, ''];
    if (call.startsWith('GET /git/trees/')) {
      const tree = git(
        'ls-tree',
        '-r',
        '--format=%(objecttype)%x09%(objectname)%x09%(objectsize)%x09%(path)',
        path.split('/').at(-1)!,
      );
      const entries = tree.split('\n').map((line) => line.split('\t'));
      return [200, { tree: entries.map(([type, sha, size, file]) => ({ type, sha, size: Number(size), path: file })) }];
    }
    if (call === 'POST /pulls') {
      const { title, head, draft } = body as { title: string; head: string; draft: boolean };
      const one: PullRequest = {
        number: pullRequests.length + 1,
        title,
        branch: head,
        state: 'OPEN',
        isDraft: draft,
        labels: [],
      };
      pullRequests.push(one);
      const { id, url, createdAt, updatedAt, headRefOid } = shown(one);
      return [
        201,
        {
          number: one.number,
          title,
          node_id: id,
          html_url: url,
          created_at: createdAt,
          updated_at: updatedAt,
          head: { sha: headRefOid },
        },
      ];
    }
    if (/^POST \/issues\/\d+\/labels$/.test(call)) {
      numbered(number).labels.push(...(body['labels'] as string[]));
      return [200, []];
    }
    if (/^GET \/issues\/\d+$/.test(call)) return [200, { labels: numbered(number).labels.map((name) => ({ name })) }];
    if (/^PATCH \/issues\/\d+$/.test(call)) {
      numbered(number).labels = body['labels'] as string[];
      return [200, {}];
    }
    if (/^PUT \/pulls\/\d+\/merge$/.test(call)) {
      return [200, { merged: true, sha: merge(number, String(body['commit_title'])) }];
    }
    if (call.startsWith('DELETE /git/refs/heads/')) {
      git('update-ref', '-d', decodeURI(path.slice(path.indexOf('refs/heads/'))));
      return [204, ''];
    }
    unanswered.push(call);
    return [404, { message: 'Not Found' }];
  };

  const answer = async (route: Route): Promise<void> => {
    const request = route.request();
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'access-control-allow-methods': '*',
    };
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
    const { pathname } = new URL(request.url());
    const body = (request.postDataJSON() ?? {}) as Record<string, unknown>;
    if (pathname !== '/graphql') {
      const [status, json] = rest(request.method(), pathname, body);
      return route.fulfill(status === 204 ? { status, headers } : { status, headers, json });
    }
    const result = await graphql({
      schema,
      source: String(body['query']),
      variableValues: body['variables'] as Record<string, unknown>,
      rootValue: root,
    });
    if (result.errors) unanswered.push(...result.errors.map(({ message }) => message));
    return route.fulfill({ status: 200, headers, json: result });
  };

  await context.route('https://api.github.com/**', answer);
  // The sign-in service of an organisation: it lets everybody in, by the two messages that such services exchange.
  await context.route('https://sign-in.example.org/auth?**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Sign in</title><script>
        addEventListener('message', ({ origin }) =>
          opener.postMessage('authorization:github:success:' + JSON.stringify({ token: 'a-token' }), origin));
        opener.postMessage('authorizing:github', '*');
      </script>`,
    }),
  );
  return { git, pullRequests, merge, unanswered };
}
