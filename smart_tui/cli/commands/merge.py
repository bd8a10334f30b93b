"""`merge`: two versions of the goal file into one: what synced folders leave, what git could not join."""

from gettext import gettext as _

import click

from smart_tui.cli.session import Session

DRIVER = 3
"""Files that git names."""


@click.command(
    help=_(
        "Bring two versions of the goal file together, record by record. "
        "Without arguments: the copies beside the file that Dropbox, Syncthing and others leave, "
        "or what git could not join; shows what would come in, then asks. With one file: that one. "
        "With BASE OURS THEIRS: as git's merge driver; the result goes into OURS, "
        "exits 0 when all fits, 1 when both of two values were kept, 129 when it failed."
    ),
    epilog=_('Example: git config merge.smart-tui.driver "smart-tui merge %O %A %B"'),
)
@click.argument("files", nargs=-1, metavar="[COPY | BASE OURS THEIRS]")
@click.option("--yes", is_flag=True, help=_("Do not ask; where both say different things, keep both."))
@click.pass_context
def command(ctx: click.Context, *, files: tuple[str, ...], yes: bool) -> None:
    """Merge as many files as were named."""
    session: Session = ctx.obj
    if len(files) == DRIVER:
        from smart_tui.cli.merge_driver import merge_for_git

        ctx.exit(merge_for_git(session, *files))
    if len(files) > 1:
        raise click.UsageError(session.language.say("Name one file, three, or none."))
    from smart_tui.cli.merging import merge_copies

    ctx.exit(merge_copies(session, files[0] if files else None, yes=yes))
