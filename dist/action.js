import { An as ConfigError, Ar as TOPICS, Et as openJob, Fr as info, Gt as linesForTerminal, Ir as notice, Jt as forMarkdown, Lr as setFailed, Nr as version, Ot as docsOfAction, Pr as error, Ut as recordedBranches, Yt as outside, _t as firstLine, an as setNothing, gt as StatedError, jr as UserError, nn as ApiError, sn as loadConfig, tn as appendSummary, vt as describeError } from "./action-common.js";
import { join, posix } from "node:path";

// src/github/mode.ts
const TWO_WORKFLOWS = "Measure in a workflow on pull_request, and publish from a second one on workflow_run (docs/forks.md).";
/** Events that run trusted code on a branch or tag of this repository. */
const TRUSTED = /* @__PURE__ */ new Set([
	"push",
	"schedule",
	"workflow_dispatch",
	"repository_dispatch",
	"release"
]);
/** True when `chooseMode` has to know whether the token can push: a stranger's code would run beside it. */
function needsPushCheck(context) {
	return context.event === "pull_request" && context.pull?.isFork === true;
}
/** What to do for this event; `asked` wins over the event where that is no danger. */
function chooseMode(asked, context, rights) {
	switch (context.event) {
		case "pull_request": return onPull(asked, context, rights);
		case "pull_request_target": return refuse("pull_request_target runs with a token that can write and with the secrets of this repository, so that no code of a pull request may run beside them.", TWO_WORKFLOWS, { topic: "pull-request-target" });
		case "merge_group":
			if (context.action === "destroyed") return nothing("the merge group was dissolved");
			return asked === "auto" || asked === "gate" ? { mode: "gate" } : onlyGate(asked, "A merge group");
		case "workflow_run": return onWorkflowRun(asked, context);
		default: return TRUSTED.has(context.event) ? onBranch(asked, context, rights) : onOther(asked, context);
	}
}
function onPull(asked, context, rights) {
	if (asked === "record" || asked === "report") return onlyGate(asked, "A pull request");
	if (context.action === "closed" || context.pull?.state === "closed") return nothing("the pull request is closed");
	if (needsPushCheck(context) && rights.mayPush !== "no") {
		const why = rights.mayPush === "yes" ? "the token of this job can push to it" : "whether the token of this job can push to it could not be found out";
		return refuse(`This pull request comes from a fork, and ${why}: its code could take the token.`, `Give the job \`permissions: { contents: read }\`. ${TWO_WORKFLOWS}`, { topic: "fork-token" });
	}
	return { mode: "gate" };
}
function onWorkflowRun(asked, context) {
	if (asked === "gate" || asked === "record") return refuse(`workflow_run runs with a token that can write and with the secrets of this repository; \`mode: ${asked}\` would run project code beside them.`, "Leave mode out: this workflow publishes what the first one measured.");
	if (context.action !== null && context.action !== "completed") return nothing("the workflow run goes on");
	if (context.sourceRun?.event !== "pull_request") return nothing(`the workflow run was for ${context.sourceRun?.event ?? "nothing"}, not for a pull request`);
	return { mode: "report" };
}
function onBranch(asked, context, rights) {
	if (asked === "report") return reportElsewhere(context);
	if (context.deleted) return nothing(`${context.ref} was deleted`);
	const { branch } = context;
	const isRecorded = branch !== null && (branch === context.repository.defaultBranch || rights.recordedBranches(branch));
	if (asked === "gate") return { mode: "gate" };
	if (asked === "record") {
		if (isRecorded) return { mode: "record" };
		return refuse(`Baselines are recorded on the default branch (${context.repository.defaultBranch ?? "unknown here"}) and on branches that the config names; this is ${context.ref}.`, "Record on the default branch, or leave mode out.");
	}
	switch (context.event) {
		case "workflow_dispatch": return { mode: isRecorded ? "record" : "gate" };
		case "push":
		case "schedule":
			if (isRecorded) return { mode: "record" };
			return nothing(`${context.ref} is not the default branch; set \`mode: gate\` to hold it against its merge base`);
		default: return nothing(`${context.event} asks for nothing by itself; set \`mode: gate\` or \`mode: record\``);
	}
}
function onOther(asked, context) {
	if (asked === "auto") return nothing(`${context.event} asks for nothing`);
	if (asked === "report") return reportElsewhere(context);
	return refuse(`\`mode: ${asked}\` is not for the event ${context.event}, which runs with the rights of this repository whoever caused it.`, "Use it on pull_request, merge_group, push, schedule or workflow_dispatch.");
}
const onlyGate = (asked, subject) => asked === "record" ? refuse(`${subject} never writes a baseline, so \`mode: record\` does not fit.`, "Leave mode out, and record on pushes to the default branch.") : refuse(`\`mode: report\` publishes what another workflow measured, and ${subject.toLowerCase()} has no such workflow run.`, "Use it in a workflow on workflow_run, or leave mode out.");
const reportElsewhere = (context) => refuse(`\`mode: report\` publishes what another workflow measured; ${context.event} comes with no such workflow run.`, "Use it in a workflow on workflow_run, or leave mode out.");
const nothing = (reason) => ({
	mode: "nothing",
	reason
});
const refuse = (reason, remedy, { topic = null } = {}) => ({
	mode: "refuse",
	reason,
	remedy,
	topic
});

// src/github/push-access.ts
/**
* Whether the token can push to the repository. Asked the way git asks before a push, which changes nothing:
* the permissions in GitHub's description of a repository are those of a user, and say no for every token of
* an app, the one of Actions among them. `unknown` when no clear answer came.
*/
async function mayPush(client) {
	const { owner, repo } = client.repository;
	try {
		await client.get(`${client.serverUrl}/${owner}/${repo}.git/info/refs?service=git-receive-pack`, {
			as: "git",
			limitBytes: null
		});
		return "yes";
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		return [
			"unauthorized",
			"forbidden",
			"not-found"
		].includes(error.kind) ? "no" : "unknown";
	}
}

// src/cli/read-more.ts
/** The line below an error that says where its section is; `docs` is what stands before `docs/`. */
const readMore = (topic, docs) => `Read more: ${docs ?? ""}docs/troubleshooting.md#${anchorOf(TOPICS[topic])}`;
/** What GitHub makes of the text of a heading, to link to it. */
const anchorOf = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");

// src/action/main.ts
/** The runner shows ten; one is left for what the step ends with. */
const MAX_ANNOTATIONS = 9;
/** Runs one step: decides what it is to do, does it, and never rejects. What fails the step is said last. */
async function main(installation) {
	let job = null;
	try {
		job = await openJob(installation, process.env);
		info(`benchgate ${version} · ${job.context.event} · ${job.context.sha.slice(0, 7)}`);
		await run(job);
	} catch (error) {
		if (job?.signal.aborted) setFailed("Cancelled: nothing was judged");
		else fail(error, job?.prefix ?? "");
	}
}
async function run(job) {
	const { context, inputs } = job;
	const pushAccess = needsPushCheck(context) ? await mayPush(job.client()) : "no";
	const config = context.event === "push" || context.event === "workflow_dispatch" ? await loadConfig(job.project, job.configPath) : null;
	const chosen = chooseMode(inputs.mode, context, {
		mayPush: pushAccess,
		recordedBranches: recordedBranches(config)
	});
	switch (chosen.mode) {
		case "nothing":
			notice(`benchgate has nothing to do: ${chosen.reason}`);
			await appendSummary(job.runnerFiles, `Benchgate had nothing to do: ${forMarkdown(outside("sentence", chosen.reason))}\n`);
			await setNothing(job.runnerFiles);
			return;
		case "refuse": throw new UserError("usage", chosen.reason, chosen.remedy, { topic: chosen.topic });
		default: {
			const { runMode } = await import("./action-modes.js");
			return await runMode(chosen.mode, job);
		}
	}
}
function fail(error$1, prefix) {
	if (error$1 instanceof ConfigError) for (const { file, line, column, message, remedy } of error$1.problems.slice(0, MAX_ANNOTATIONS)) {
		const place = {
			file: posix.join(prefix, file),
			startLine: line,
			startColumn: column
		};
		error(linesForTerminal(`${message}. ${remedy}`), {
			...place,
			title: "Benchgate config"
		});
	}
	const { message: whole, remedy, topic } = describeError(error$1);
	const message = error$1 instanceof StatedError ? firstLine(whole) : whole;
	const more = topic === null ? "" : `\n${readMore(topic, docsOfAction(process.env))}`;
	setFailed(linesForTerminal(`${message}\n\n${remedy}${more}`));
}

// src/action.ts
process.on("SIGUSR1", () => {});
await main({
	workerFile: join(import.meta.dirname, "worker.js"),
	dashboardPage: join(import.meta.dirname, "dashboard.html")
});

export {  };