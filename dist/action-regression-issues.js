import { $ as quotation, $t as shortName, Bt as percentDigits, D as onlyOurs, E as authorsOf, Er as CONFIG_PLACES, Fr as info, Jt as forMarkdown, M as isBeyondWarning, Mr as invariant, Nn as linkTo, O as KEY, Qt as written$1, Rr as warning, Rt as formatPair, T as sameText, Vt as plural, Xt as shortSha, Yt as outside, Zt as words, _ as directionOfAll, a as linksOf, b as worsening, cr as number, d as listOf, en as shorten, f as paragraphs, fr as string, g as flagForShell, h as acceptanceOfChange, hr as unknown, in as unpublished, kt as parsedAnswer, lr as object, m as namesOf, nn as ApiError, nr as array, p as sentence, qn as keyText, qt as forLog, u as foldedText, v as effectWords, y as intervalWords, zt as grouped } from "./action-common.js";

// src/report/text/for-title.ts
const MAX_CELLS = 80;
/** Words as the title of an issue, which GitHub shows as plain text but for code between backticks. */
const forTitle = (text) => written$1(text, ({ kind, text: one }) => (kind === "name" ? shortName(one, MAX_CELLS) : shorten(kind === "commit" ? shortSha(one) : one.trim(), MAX_CELLS)).replace(/[@#`]|:(?=\w)/g, "$&⁠"));

// src/report/view/bisect-line.ts
/** The line that finds the commit of an event in a clone; null where no shell takes it. */
function bisectLine(event, { key, branch, ref, configFile = null }) {
	const isUsual = configFile === null || CONFIG_PLACES.some((place) => place === configFile);
	const flags = [
		key === "default" ? "" : flagForShell("key", key),
		branch === void 0 || branch === "benchgate" ? "" : flagForShell("branch", branch),
		ref === void 0 ? "" : flagForShell("ref", ref),
		isUsual ? "" : flagForShell("config", configFile)
	];
	if (flags.includes(null)) return null;
	return [
		"npx benchgate bisect --event",
		event,
		...flags.filter((flag) => flag !== "")
	].join(" ");
}

// src/report/markdown/issue.ts
/** Benchmarks that moved together, commits of the range, and lines that accept: the rest is counted. */
const MAX_MEMBERS = 20;
const MAX_COMMITS = 20;
const MAX_ACCEPTED = 5;
/** GitHub takes 256 characters. */
const MAX_TITLE = 250;
/** The issue of a change for the worse: its title, and what the history says of it in Markdown. */
function renderIssue(history, event, options) {
	const all = event.members.map(({ trend, step }) => {
		const of = history.trends[trend];
		return {
			trend: of,
			step: of.steps[step]
		};
	});
	const standing = all.filter(({ step }) => step.standing === "standing");
	const members = [...standing, ...all.filter((one) => !standing.includes(one))];
	const concerned = standing.length > 0 ? standing : all;
	const names = namesOf(history.trends);
	const branch = outside("ref", history.ref.replace(/^refs\/heads\//, ""));
	const page = {
		...options,
		history,
		event,
		members,
		concerned,
		names,
		branch
	};
	const text = paragraphs([
		opening(page),
		endOf$1(page),
		table(page),
		place(page),
		creep(page),
		...event.standing === "standing" ? whatToDo(page) : []
	]);
	return {
		title: titleOf(page).slice(0, MAX_TITLE).replace(/[\ud800-\udbff]$/, ""),
		text
	};
}
const changeOf = ({ trend: { better, unit }, step: { change } }) => ({
	better,
	unit,
	effect: Math.expm1(change.log),
	interval: {
		low: Math.expm1(change.low),
		high: Math.expm1(change.high),
		level: .95
	}
});
/** Who changed, and by how much: of several the largest change. */
function whatChanged({ concerned, names }) {
	const [largest] = concerned;
	const { trend } = largest;
	if (concerned.length === 1) {
		const name = outside("name", names.label(trend));
		return {
			who: trend.metric === "time" ? words`${name}` : words`${name} ${outside("metric", trend.metric)}`,
			change: effectWords(changeOf(largest))
		};
	}
	const worst = Math.max(...concerned.map((member) => worsening(changeOf(member))));
	const { worse } = directionOfAll(concerned.map((member) => member.trend));
	return {
		who: words`${plural(new Set(concerned.map((member) => keyText(member.trend))).size, "benchmark")}`,
		change: `up to ${percentDigits(worst)} % ${worse}`
	};
}
function titleOf(page) {
	const { history, event } = page;
	const { who, change } = whatChanged(page);
	const when = event.to - event.from === 1 ? "since" : "since about";
	return forTitle(words`${who}: ${change} ${when} ${outside("commit", history.commits[event.at].sha)}`);
}
function opening(page) {
	const { concerned, branch } = page;
	const { who, change } = whatChanged(page);
	const interval = concerned.length === 1 ? intervalWords(changeOf(concerned[0])) : null;
	const range = interval === null ? "" : ` (95 % interval ${interval})`;
	const together = concerned.length === 1 ? "" : " in one step";
	return forMarkdown(words`${who} became **${change}**${range} on ${branch}${together}, and the runs recorded since confirm it.`);
}
/** What put an end to it; nothing while it stands. */
function endOf$1(page) {
	const { event, members, history, links } = page;
	if (event.standing === "standing") return "";
	if (event.standing === null && event.accepted !== null) return `**Accepted**: ${sentence(forMarkdown(outside("sentence", quotation(event.accepted))))} The new level is the normal one from now on.`;
	const { trend, step } = members[0];
	const back = trend.steps.find(({ at, worse }) => at > step.at && worse !== step.worse);
	const where = back === void 0 ? "" : words`, at ${commitWords(history, back.at)}`;
	return forMarkdown(words`**Fixed** by a later change${where}: at least half of it was taken back.`, links);
}
function commitWords({ commits }, at) {
	const { sha, pull } = commits[at];
	const commit = outside("commit", sha);
	return pull === null ? words`${commit}` : words`${commit} (${outside("label", `#${pull}`)})`;
}
function table({ members, names, links }) {
	const rows = members.slice(0, MAX_MEMBERS).map((member) => {
		const { trend, step } = member;
		const change = changeOf(member);
		const interval = intervalWords(change);
		const name = forMarkdown(outside("name", names.label(trend)));
		return `| ${[
			linkTo(name, links.dashboard?.chart(trend, trend.metric)) ?? name,
			forMarkdown(outside("metric", trend.metric)),
			forMarkdown(outside("quantity", formatPair(step.before, step.after, trend.unit))),
			`${effectWords(change)}${interval === null ? "" : ` (${interval})`}${stateOf$1(step)}`
		].join(" | ")} |`;
	});
	const more = members.length - rows.length;
	return paragraphs([[
		"| Benchmark | Metric | Before → after | Change (95 %) |",
		"| - | - | -: | -: |",
		...rows
	].join("\n"), more > 0 ? `And ${grouped(more)} more.` : ""], "\n\n");
}
const stateOf$1 = ({ standing, accepted }) => standing === "fixed" ? ", fixed" : accepted === null ? "" : ", accepted";
/** Whether nothing lies between the commits of the range, so that it names the commit. */
const isOneCommit = ({ history: { commits }, event: { from, to } }) => to - from === 1 && commits[to].parent === commits[from].sha;
/** The commits among which it happened. */
function place(page) {
	const { history, event, links, compare } = page;
	const { commits } = history;
	const [before, last] = [commits[event.from], commits[event.to]];
	const between = commits.slice(event.from + 1, event.to + 1);
	const items = between.map(({ sha, subject }, i) => {
		const isLikely = event.from + 1 + i === event.at && between.length > 1;
		return words`${outside("commit", sha)}: ${outside("sentence", subject)}${isLikely ? ", **most likely**" : ""}`;
	});
	const began = event.creptTo === void 0 ? "happened" : "began";
	if (isOneCommit(page)) return `It ${began} in this commit:\n${listOf(items, 1, links)}`;
	const all = linkTo("all commits between them", compare(before.sha, last.sha));
	const range = words`It ${began} after ${commitWords(history, event.from)} and not later than ${outside("commit", last.sha)}`;
	return `${forMarkdown(range, links)}${all === null ? "" : ` (${all})`}. Recorded commits in this range:\n${listOf(items, MAX_COMMITS, links)}`;
}
/** The line that finds the commit; null where one is named already. */
function lineToFind(page) {
	const { event, history, branch, stored, configFile } = page;
	if (isOneCommit(page)) return null;
	const ref = branch.text === stored.defaultBranch ? {} : { ref: branch.text };
	return bisectLine(event.id, {
		key: history.key,
		branch: stored.branch,
		...ref,
		configFile
	});
}
/** That a range of commits is only where it began. */
function creep({ history, event: { creptTo }, links }) {
	if (creptTo === void 0) return "";
	const newest = commitWords(history, creptTo);
	return forMarkdown(words`It **creeps**: it continued in small steps up to ${newest}, so no single commit is the cause.`, links);
}
function whatToDo(page) {
	const { concerned, names, configFile } = page;
	const toFind = lineToFind(page);
	const lines = concerned.slice(0, MAX_ACCEPTED).flatMap((member) => {
		const { trend, step } = member;
		const row = {
			...changeOf(member),
			benchmark: trend.name,
			metric: trend.metric,
			base: {
				value: step.before,
				p50: null
			},
			head: {
				value: step.after,
				p50: null
			}
		};
		return acceptanceOfChange(row, names.narrowing(trend))?.line({
			configFile,
			hasReport: false
		}) ?? [];
	});
	return [
		toFind === null ? "" : `**To find ${page.event.creptTo === void 0 ? "the commit" : "where it began"}**, in a clone with the whole history:\n${fenced([toFind])}`,
		lines.length === 0 ? "" : foldedText("To accept it", `Replace the … with your reason, run this, commit and push to the branch:\n${fenced(lines)}`),
		"Each recorded push updates this issue, and closes it when the regression is fixed or accepted. A closed issue is not updated."
	];
}
const fenced = (lines) => [
	"```sh",
	...lines,
	"```"
].join("\n");

// src/github/issue-body.ts
const ID = /^[0-9a-f]{7,40}-(?:slower|faster)$/;
const FIRST_LINE = /^<!-- benchgate:v1 event=([0-9a-f]{7,40}-(?:slower|faster)) -->/;
const STATES = /<!-- benchgate:part key=[A-Za-z0-9._-]{1,50} state=(standing|fixed|accepted) -->/g;
/** GitHub takes 65,536 characters. */
const MAX_BODY = 65e3;
/** The event that an issue's text says it is of; null where it is none of these issues. */
const eventIn = (body) => FIRST_LINE.exec(body)?.[1] ?? null;
/** The text of a new issue. */
function newBody(event, part) {
	invariant(ID.test(event), "an id of an event that was not validated");
	return `<!-- benchgate:v1 event=${event} -->\n${written(part)}\n`;
}
function written({ key, state, text }) {
	invariant(KEY.test(key), "a key that was not validated");
	return `<!-- benchgate:part key=${key} state=${state} -->\n${text.trim()}\n${endOf(key)}`;
}
const endOf = (key) => `<!-- benchgate:end key=${key} -->`;
const NO_ROOM = "There is no room for what this gate measured.";
/**
* The text with the part of a gate in the place of its earlier one. Where there is no room, the part has only
* its state, which decides when the issue is closed; the text is unchanged where there is none even for that.
*/
function withPart(body, part) {
	const place = placeOf(body, part.key);
	return [part, {
		...part,
		text: NO_ROOM
	}].map((one) => place === null ? `${body.trimEnd()}\n\n${written(one)}\n` : body.slice(0, place.from) + written(one) + body.slice(place.to)).find(({ length }) => length <= MAX_BODY) ?? body;
}
/** What a gate's part said last; null where it has none. */
const stateIn = (body, key) => placeOf(body, key)?.state ?? null;
/** Whether no gate sees the event standing any more. */
const isOver = (body) => body.matchAll(STATES).every(([, state]) => state !== "standing");
function placeOf(body, key) {
	for (const found of body.matchAll(STATES)) {
		if (!found[0].includes(`key=${key} `)) continue;
		const end = body.indexOf(endOf(key), found.index);
		return {
			from: found.index,
			to: end < 0 ? found.index + found[0].length : end + endOf(key).length,
			state: found[1]
		};
	}
	return null;
}

// src/github/issues.ts
/** 10,000 issues and pull requests, counted from `since`. */
const PAGE_LIMIT = 100;
/** Issues that one push opens. The next pushes open the rest. */
const MAX_OPENED = 3;
const issueSchema = object({
	id: number(),
	node_id: string(),
	number: number(),
	html_url: string(),
	state: string(),
	body: string().nullish(),
	user: object({ login: string() }).nullish(),
	pull_request: unknown().optional()
});
/**
* Opens one issue for each event, or brings the one that is there up to date. It is ours when its text starts
* with a marker and the token's own identity wrote it. One that is closed is left alone, whoever closed it:
* an event gets one issue, once.
*
* Of several of one event the oldest is kept, because every job that looks picks the same one without talking
* to the others.
*/
async function publishIssues(client, request) {
	try {
		return await new Page(client, request).publish() ?? TOO_MANY;
	} catch (error) {
		const problem = unpublished(error);
		const remedy = error instanceof ApiError && error.kind === "gone" ? SWITCHED_OFF : problem.status === "forbidden" ? NO_RIGHT : problem.remedy;
		return {
			...problem,
			remedy
		};
	}
}
const NO_RIGHT = "Give the job that records the permission `issues: write`, or set `report.issue` to false in the config file.";
const SWITCHED_OFF = "Switch issues on in the settings of the repository, or set `report.issue` to false in the config file.";
const TOO_MANY = {
	status: "failed",
	reason: `More than 10000 issues and pull requests were touched since the regression was recorded, and among them its issue may be`,
	remedy: "Set `report.issue` to false, and read the dashboard or `benchgate history` instead."
};
var Page = class {
	#client;
	#o;
	#ours = /* @__PURE__ */ new Map();
	#authors;
	#done = [];
	constructor(client, request) {
		this.#client = client;
		this.#o = request;
		this.#authors = authorsOf("issues", request.onNotice);
	}
	/** Null where there are more issues than are read. */
	async publish() {
		if (!await this.#look()) return null;
		const opened = [];
		for (const report of this.#o.events) {
			const [kept] = this.#issuesOf(report);
			if (kept !== void 0) await this.#update(kept, report);
			else if (report.mayOpen && report.state === "standing" && opened.length < MAX_OPENED) {
				await this.#open(report);
				opened.push(report);
			}
		}
		if (opened.length === 0) return {
			status: "written",
			done: this.#done
		};
		if (!await this.#look()) return null;
		for (const report of opened) await this.#settle(report);
		return {
			status: "written",
			done: this.#done
		};
	}
	/** Issues of an event, the oldest first. */
	#issuesOf({ isOf }) {
		return [...this.#ours.values()].filter(({ body }) => isOf(eventIn(body ?? "") ?? "")).sort((a, b) => a.number - b.number);
	}
	/** Reads all issues; false where there are too many. */
	async #look() {
		const octokit = await this.#client.octokit();
		const pages = octokit.paginate.iterator(octokit.rest.issues.listForRepo, {
			...this.#client.repository,
			state: "all",
			since: this.#o.since,
			sort: "created",
			direction: "asc",
			per_page: 100
		});
		const marked = [];
		let pageCount = 0;
		for await (const { data } of pages) {
			if (++pageCount > PAGE_LIMIT) return false;
			const issues = parsedAnswer(array(issueSchema), data, "the list of issues");
			marked.push(...issues.filter(({ body, pull_request: pull }) => pull == null && eventIn(body ?? "") !== null));
		}
		for (const issue of await onlyOurs(this.#client, marked, this.#ours, this.#authors)) this.#ours.set(issue.id, issue);
		return true;
	}
	async #open({ event, state, title, text }) {
		const { rest } = await this.#client.octokit();
		const body = newBody(event, {
			key: this.#o.key,
			state,
			text
		});
		try {
			const { data } = await rest.issues.create({
				...this.#client.repository,
				title,
				body
			});
			const issue = parsedAnswer(issueSchema, data, "a new issue");
			this.#ours.set(issue.id, issue);
			if (issue.user) this.#authors.own = [issue.user.login];
			this.#done.push({
				what: "opened",
				url: issue.html_url
			});
		} catch (error) {
			if (!(error instanceof ApiError && error.mayHaveHappened)) throw error;
			this.#o.onNotice(error.message);
		}
	}
	async #update(issue, { state, text }) {
		const { key } = this.#o;
		if (issue.state !== "open") return;
		const known = issue.body ?? "";
		const before = stateIn(known, key);
		if (before === null && state !== "standing") return;
		const body = withPart(known, {
			key,
			state,
			text
		});
		if (sameText(body, known)) return;
		const ends = before === "standing" && state !== "standing" && isOver(body);
		await this.#write(issue, {
			body,
			...ends && {
				state: "closed",
				state_reason: state === "fixed" ? "completed" : "not_planned"
			}
		});
		this.#done.push({
			what: ends ? "closed" : "updated",
			url: issue.html_url
		});
	}
	/** Of several issues of one event only the oldest stays open. */
	async #settle(report) {
		const [kept, ...others] = this.#issuesOf(report);
		if (kept === void 0) return;
		await this.#update(kept, report);
		for (const { id, number, state } of others) {
			if (state !== "open") continue;
			const body = `Duplicate of #${kept.number}, which another job opened at the same time.`;
			await this.#write({
				id,
				number
			}, {
				body,
				state: "closed",
				state_reason: "not_planned"
			});
		}
	}
	async #write({ id, number }, change) {
		const { rest } = await this.#client.octokit();
		const { data } = await rest.issues.update({
			...this.#client.repository,
			issue_number: number,
			...change
		});
		this.#ours.set(id, parsedAnswer(issueSchema, data, "an issue"));
	}
};

// src/action/regression-issues.ts
/**
* Recorded commits after which no issue is opened for an event: turning issues on must not open one for each
* regression of the past.
*/
const OPENED_WITHIN = 20;
/** The clocks of runners and of GitHub differ by less. */
const TOLERANCE_MS = 864e5;
/**
* Reports each regression that the recorded runs confirm in an issue of its own. What GitHub refuses is a
* warning: the run is stored all the same.
*/
async function reportRegressions(job, known, config) {
	const { history, runs } = known;
	const events = history.events.filter(({ worse }) => worse).slice(-50);
	if (events.length === 0) return;
	const { inputs } = job;
	const result = await publishIssues(job.client(), {
		key: inputs.key,
		events: events.map((event) => reportOf(job, known, event, config)),
		since: firstRecorded(history, events, runs),
		onNotice: (notice) => info(forLog(notice))
	});
	if (result.status === "written") {
		for (const { what, url } of result.done) info(forLog(`${what} the issue ${url}`));
		return;
	}
	warning(forLog(`The issue of a regression was not written. ${result.reason}. ${result.remedy} The run is stored.`), { title: "No issue" });
}
function reportOf(job, known, event, config) {
	const { history } = known;
	const { commits, trends } = history;
	const { serverUrl, repository } = job.context;
	const { baselineBranch: branch } = job.inputs;
	const page = `${serverUrl}/${repository.fullName}`;
	const { title, text } = renderIssue(history, event, {
		configFile: config.file,
		links: linksOf(job, config),
		stored: {
			branch,
			defaultBranch: repository.defaultBranch
		},
		compare: (from, to) => `${page}/compare/${from}...${to}`
	});
	const confirmedAt = Math.min(...event.members.map(({ trend, step }) => trends[trend].steps[step].confirmedAt));
	return {
		event: event.id,
		isOf: sameEvent(history, event),
		state: stateOf(event),
		mayOpen: (event.creptTo ?? confirmedAt) >= commits.length - OPENED_WITHIN && isBeyondWarning(known, event, config),
		title,
		text
	};
}
const stateOf = ({ standing, accepted }) => standing === "standing" ? "standing" : standing === null && accepted !== null ? "accepted" : "fixed";
/** An event is found again at any commit of its range, where an earlier run may have estimated it. */
function sameEvent({ commits, events }, { id, from, to }) {
	const [, direction] = id.split("-");
	const range = commits.slice(from + 1, to + 1);
	const ids = new Set(events.map((event) => event.id));
	return (known) => {
		const [sha = "", knownDirection] = known.split("-");
		if (ids.has(known)) return known === id;
		return sha !== "" && knownDirection === direction && range.some((commit) => commit.sha.startsWith(sha));
	};
}
/** When the first of the events was first recorded. The times of commits are whatever their authors say. */
function firstRecorded({ commits }, events, runs) {
	const first = new Set(commits.slice(Math.min(...events.map(({ from }) => from))).map(({ sha }) => sha));
	const times = runs.flatMap(({ run }) => first.has(run.commit.sha) ? [Date.parse(run.run.recordedAt)] : []);
	return (/* @__PURE__ */ new Date(Math.min(...times) - TOLERANCE_MS)).toISOString().replace(/\.\d+Z$/, "Z");
}

export { reportRegressions };