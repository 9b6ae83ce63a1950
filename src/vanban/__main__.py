"""`python -m vanban`."""

from vanban.cli.main import main

if __name__ == "__main__":
    main()
