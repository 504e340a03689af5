"""A member made by mls-rs (AWS), suite 0x0001.

It sends commits and proposals as PublicMessage only and reads both kinds. What it doesn't show: its epoch, the epoch
authenticator, authenticated data. It can't be told to send updates, pre-shared keys or external commits.
"""

import mls_rs_uniffi as mls_rs

from mls_member import EXPORTED, Staged, Taken, refusals


class MLSRS:
    make = "mls-rs"

    def __init__(self, name):
        self.name, self.leaf, self._identities = name, None, {}
        self.reopen()

    def reopen(self):
        """Another signature key, and no group. Its next key package is made now, so that it can grow old."""
        config = mls_rs.client_config_default()
        config.use_ratchet_tree_extension = True
        keys = mls_rs.generate_signature_keypair(mls_rs.CipherSuite.CURVE25519_AES128)
        self.client, self.group = mls_rs.Client(self.name.encode(), keys, config), None
        self._package = self.client.generate_key_package_message().to_bytes()

    def key_package(self):
        package, self._package = self._package, None
        return package or self.client.generate_key_package_message().to_bytes()

    def create(self, group_id):
        self.group = self.client.create_group(group_id)

    def join(self, welcome, tree=None):
        with refusals(mls_rs.Error):
            tree = mls_rs.RatchetTree(bytes=tree) if tree else None
            self.group = self.client.join_group(tree, message(welcome)).group

    def commit(self, add=(), remove=()):
        """The proposals that it has received are always in it. It adds or removes, not both in one."""
        with refusals(mls_rs.Error):
            if add:
                output = self.group.add_members([message(key_package) for key_package in add])
            elif remove:
                output = self.group.remove_members([self._identities[member.name] for member in remove])
            else:
                output = self.group.commit()
        self._pending = output.commit_message
        welcome = output.welcome_message
        return Staged(output.commit_message.to_bytes(), welcome and welcome.to_bytes())

    def merge(self):
        self.group.process_incoming_message(self._pending)

    def propose(self, add=(), remove=()):
        """One MLSMessage for each."""
        with refusals(mls_rs.Error):
            proposals = self.group.propose_add_members([message(key_package) for key_package in add]) if add else []
            if remove:
                proposals += self.group.propose_remove_members([self._identities[one.name] for one in remove])
        return [proposal.to_bytes() for proposal in proposals]

    def process(self, data, sender=None):
        """From what comes of `sender` it learns whom to remove, should it be asked to."""
        with refusals(mls_rs.Error):
            received = self.group.process_incoming_message(message(data))
        if sender and (identity := getattr(received, "sender", None) or getattr(received, "committer", None)):
            self._identities[sender.name] = identity
        if received.is_APPLICATION_MESSAGE():
            return Taken("application", received.data)
        if received.is_COMMIT():
            return Taken("removed" if received.effect.is_REMOVED() else "commit")
        assert received.is_RECEIVED_PROPOSAL(), received
        return Taken("proposal")

    def seal(self, data):
        with refusals(mls_rs.Error):
            return self.group.encrypt_application_message(data).to_bytes()

    def secrets(self):
        return {"exported": self.group.export_secret(*EXPORTED)}


def message(data):
    return mls_rs.Message.from_bytes(data)
